// Installs the sidecar's packages exactly as locked, trims them and writes out the solver's own .proto files; safe to run twice at once.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { trim } from './trim.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, 'node_modules');
const stamp = join(modules, '.budgetsim', 'stamp');
const lock = join(here, 'obj', 'restore.lock');
const inputs = ['package.json', 'package-lock.json', 'trim.mjs', 'restore.mjs'];
let lockIsOurs = false;

if (Number(process.versions.node.split('.')[0]) < 20) fail(`Node.js ${process.versions.node} is too old: install Node.js 20 or newer`);
takeLock();
try {
  if (isCurrent()) utimesSync(stamp, new Date(), new Date());
  else await install();
} finally {
  releaseLock();
}

function isCurrent() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint();
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const name of inputs) hash.update(readFileSync(join(here, name), 'utf8').replaceAll('\r\n', '\n'));
  return hash.digest('hex');
}

// Everything happens in a folder of its own, which then takes the place of node_modules: a broken-off install leaves no trace.
async function install() {
  const fresh = join(here, 'obj', 'fresh');
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  for (const name of ['package.json', 'package-lock.json']) copyFileSync(join(here, name), join(fresh, name));
  npmInstall(fresh);
  trim(join(fresh, 'node_modules'));
  await writeProtos(join(fresh, 'node_modules'));
  writeFileSync(join(fresh, 'node_modules', '.budgetsim', 'stamp'), fingerprint());
  rmSync(modules, { recursive: true, force: true });
  renameSync(join(fresh, 'node_modules'), modules);
  rmSync(fresh, { recursive: true, force: true });
}

function npmInstall(folder) {
  const command = 'npm ci --omit=dev --ignore-scripts --no-audit --no-fund --loglevel=error';
  const done = spawnSync(command, { cwd: folder, shell: true, encoding: 'utf8', windowsHide: true });
  if (done.status !== 0) fail(`npm ci did not succeed: ${lastLine(done.stderr || done.stdout)}`);
}

// The package carries the genuine .proto texts; the C# classes are generated from them.
async function writeProtos(folder) {
  const load = name => import(pathToFileURL(join(folder, 'or-tools-wasm', 'build', 'javascript', 'node', name)).href);
  const { CpSat } = await load('cp-sat.js');
  const { MPSolver } = await load('mp-solver.js');
  const sat = await CpSat.getSchemas();
  const linear = await MPSolver.getLinearSolverSchemas();
  writeProto(folder, 'sat/cp_model.proto', sat.cp_model);
  writeProto(folder, 'sat/sat_parameters.proto', sat.sat_parameters);
  writeProto(folder, 'linear_solver/linear_solver.proto', linear.linear_solver);
  writeProto(folder, 'util/optional_boolean.proto', linear.optional_boolean);
}

function writeProto(folder, name, text) {
  const path = join(folder, '.budgetsim', 'protos', 'ortools', name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

// A file naming its owner; a lock whose owner has died is taken over.
function takeLock() {
  mkdirSync(dirname(lock), { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      lockIsOurs = true;
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (ownerIsGone()) rmSync(lock, { force: true });
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
}

function ownerIsGone() {
  try {
    const owner = Number(readFileSync(lock, 'utf8'));
    if (owner > 0) process.kill(owner, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

function releaseLock() {
  if (lockIsOurs) rmSync(lock, { force: true });
}

function lastLine(text) {
  return (text ?? '').trim().split('\n').filter(line => !line.includes('complete log')).at(-1) ?? 'no message';
}

function fail(message) {
  console.error(`src/sidecar: error BS701: ${message}`);
  releaseLock();
  process.exit(1);
}
