import { describe, expect, it } from 'vitest';
import { markArtifacts } from '../../../src/render/pdf/artifacts.ts';

describe('artifacts', () => {
  it('wraps what is painted outside of marked content and leaves the rest alone', () => {
    const content = ['q', '0 0 1 1 re', 'f', 'Q', '/P <</MCID 0 >>BDC', 'BT', '<00> Tj', 'ET', 'EMC', 'Q', ''].join(
      '\n',
    );
    expect(markArtifacts(content).split('\n')).toEqual([
      '/Artifact BMC',
      'q',
      '0 0 1 1 re',
      'f',
      'Q',
      'EMC',
      '/P <</MCID 0 >>BDC',
      'BT',
      '<00> Tj',
      'ET',
      'EMC',
      'Q',
      '',
    ]);
  });

  it('does not wrap within marked content, however deep', () => {
    const content = '/P <</MCID 0 >>BDC\n/Span BMC\nEMC\n0 0 1 1 re\nf\nEMC\n';
    expect(markArtifacts(content)).toBe(content);
  });

  it('takes a clip for state, not for paint', () => {
    expect(markArtifacts('0 0 9 9 re\nW* n\n')).toBe('0 0 9 9 re\nW* n\n');
  });

  it('refuses a stream whose marks do not match', () => {
    expect(() => markArtifacts('f\nEMC\n')).toThrow(TypeError);
  });
});
