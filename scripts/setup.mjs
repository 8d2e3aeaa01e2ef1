// Brings node_modules to the state of package-lock.json, in plain JavaScript because nothing is installed yet; done in
// milliseconds when it is there already. Run by itself before `npm test`, and by run.mjs before everything else.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
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
const folder = join(project, 'node_modules');
const stamp = join(folder, '.setup');
const sha256 = (content) => createHash('sha256').update(content).digest('hex');
/** Says which versions of all dependencies are installed. */
export const wanted = sha256(readFileSync(join(project, 'package-lock.json')));
const isInstalled = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
// Outside of node_modules, which the installation removes first.
const lock = join(tmpdir(), `yearbook-press-setup-${sha256(project).slice(0, 16)}.lock`);

function isRunning(id) {
  try {
    process.kill(id, 0);
    return true;
  } catch (cause) {
    return cause.code === 'EPERM';
  }
}

/** True once this process holds the lock, false if another one that held it has ended. */
function lockOrWait() {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (cause) {
    if (cause.code !== 'EEXIST') throw cause;
  }
  const sleeper = new Int32Array(new SharedArrayBuffer(4));
  const holder = () => (existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0);
  // A holder that has not written its number yet reads as 0: one more turn decides.
  for (let id = holder(); id === 0 ? existsSync(lock) : isRunning(id); id = holder()) Atomics.wait(sleeper, 0, 0, 200);
  rmSync(lock, { force: true });
  return false;
}

if (!isInstalled()) {
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) {
    // `npm ci` would empty what the link points to, which belongs to somebody else.
    console.error(`${folder} is a link and does not fit package-lock.json; remove the link and run again.`);
    console.error(`${folder} 是链接，且与 package-lock.json 不符；请删除该链接后重新运行。`);
    process.exit(machineFault);
  }
  // Two commands that start at once in a fresh clone install one after the other; the second finds it done.
  while (!lockOrWait());
  try {
    if (!isInstalled()) {
      console.error('Installing dependencies (once) … 正在安装依赖（仅此一次）……');
      if (install().status !== 0) {
        console.error(
          'npm ci failed; check the connection to the npm registry.\n依赖安装失败，请检查与 npm 仓库的连接。',
        );
        process.exitCode = machineFault;
      } else writeFileSync(stamp, wanted);
    }
  } finally {
    rmSync(lock, { force: true });
  }
  if (process.exitCode) process.exit();
}
