type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Centres wrapped labels of vertical axes on their bar; Vega would put the first line there and hang the rest below. */
export function centreWrapped(spec: Node, lineHeight: number): Node {
  const list = (value: unknown): readonly Node[] => (Array.isArray(value) ? value.filter(isNode) : []);
  const centred = list(spec.axes).map((axis): Node => {
    const labels = isNode(axis.encode) && isNode(axis.encode.labels) ? axis.encode.labels : {};
    const update = isNode(labels.update) ? labels.update : {};
    const text = isNode(update.text) ? update.text.signal : undefined;
    if (axis.orient !== 'left' && axis.orient !== 'right') return axis;
    if (typeof text !== 'string' || !text.includes('wrap(')) return axis;
    const dy = { signal: `(length(${text}) - 1) * ${-lineHeight / 2}` };
    return { ...axis, encode: { ...(axis.encode ?? {}), labels: { ...labels, update: { ...update, dy } } } };
  });
  const marks = list(spec.marks).map((mark) => (mark.type === 'group' ? centreWrapped(mark, lineHeight) : mark));
  return { ...spec, ...(spec.axes !== undefined && { axes: centred }), ...(spec.marks !== undefined && { marks }) };
}
