// Brings node_modules to the state of package-lock.json, in plain JavaScript because nothing is installed yet; done in
// milliseconds when it is there already. Run by itself before `npm test`, and by run.mjs before everything else.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const machineFault = 3;
export const project = dirname(dirname(fileURLToPath(import.meta.url)));

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Node 20.19 or newer is needed; this is ${process.versions.node}.\n需要 Node 20.19 或更新的版本。`);
  process.exit(machineFault);
}

function install() {
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const options = { cwd: project, stdio: ['ignore', 'ignore', 'inherit'] };
  return npm
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

checkNode();
const stamp = join(project, 'node_modules', '.setup');
const wanted = createHash('sha256')
  .update(readFileSync(join(project, 'package-lock.json')))
  .digest('hex');
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  console.error('Installing dependencies (once) … 正在安装依赖（仅此一次）……');
  if (install().status !== 0) {
    console.error('npm ci failed; check the connection to the npm registry.\n依赖安装失败，请检查与 npm 仓库的连接。');
    process.exit(machineFault);
  }
  writeFileSync(stamp, wanted);
}
