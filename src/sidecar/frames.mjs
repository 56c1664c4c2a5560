// The talk between BudgetSim and a worker: length u32, op u8, id u32 (little-endian), body; on standard input and output.
import fs from 'node:fs';
import v8 from 'node:v8';
import { Worker, isMainThread } from 'node:worker_threads';

const HEADER = 9;
const LONGEST_LOG_LINE = 400;

// The workers' WebAssembly has huge functions that run for seconds at most: the optimising compiler takes seconds and hundreds of megabytes for them,
// and measured on solves of up to half a minute it never earns back more than a tenth. The baseline compiler's code runs at once. A Node without
// this option goes on as it does.
v8.setFlagsFromString('--liftoff-only');

export const DONE = 0;
export const REFUSED = 1;

/**
 * Answers frames one after the other: handlers[op](body) gives the body of a DONE frame. A handler that throws gives a REFUSED
 * frame with one line of text, and the process ends, because a runtime that has aborted cannot be trusted with another request.
 */
export function serve(handlers) {
  const write = takeOverStandardOutput();
  watchParent();
  let held = Buffer.alloc(0);
  let chunks = [];
  let size = 0;
  let busy = Promise.resolve();
  process.stdin.on('data', chunk => {
    chunks.push(chunk);
    size += chunk.length;
    if (size < wanted(held, chunks)) return;
    held = Buffer.concat([held, ...chunks]);
    chunks = [];
    for (let frame = cut(held); frame; frame = cut(held)) {
      held = held.subarray(HEADER + frame.body.length);
      busy = busy.then(() => answer(handlers, frame, write));
    }
    size = held.length;
  });
  process.stdin.on('end', () => busy.then(() => process.exit(0)));
}

async function answer(handlers, { op, id, body }, write) {
  try {
    if (!handlers[op]) throw new Error(`unknown request ${op}`);
    write(frame(DONE, id, await handlers[op](body)));
  } catch (error) {
    write(frame(REFUSED, id, Buffer.from(oneLine(error?.message ?? error))), () => process.exit(70));
  }
}

function wanted(held, chunks) {
  const first = held.length >= 4 ? held : Buffer.concat([held, ...chunks.slice(0, 4)]);
  return first.length >= 4 ? HEADER + first.readUInt32LE(0) : HEADER;
}

function cut(bytes) {
  if (bytes.length < HEADER) return null;
  const end = HEADER + bytes.readUInt32LE(0);
  if (bytes.length < end) return null;
  return { op: bytes[4], id: bytes.readUInt32LE(5), body: bytes.subarray(HEADER, end) };
}

function frame(op, id, body) {
  const header = Buffer.alloc(HEADER);
  header.writeUInt32LE(body.length, 0);
  header[4] = op;
  header.writeUInt32LE(id, 5);
  return Buffer.concat([header, body]);
}

// Whatever a library prints goes to standard error, in short lines: an aborting runtime prints its whole self on one, and
// writes to the descriptors directly.
function takeOverStandardOutput() {
  const write = process.stdout.write.bind(process.stdout);
  const writeSync = fs.writeSync;
  const log = (...parts) => writeSync(2, oneLine(parts.map(String).join(' ')) + '\n');
  for (const name of ['log', 'info', 'debug', 'warn', 'error']) console[name] = log;
  process.stdout.write = text => log(text);
  fs.writeSync = (file, text, ...rest) => (file === 1 || file === 2 ? (log(text), text.length) : writeSync(file, text, ...rest));
  for (const fault of ['uncaughtException', 'unhandledRejection']) process.on(fault, error => (log(error?.message ?? error), process.exit(70)));
  return write;
}

function oneLine(text) {
  const line = String(text).replace(/\s+/g, ' ').trim();
  return line.length > LONGEST_LOG_LINE ? line.slice(0, LONGEST_LOG_LINE) + ' ...' : line;
}

// A solve cannot be interrupted from its own thread; this one ends the process when BudgetSim itself is gone.
function watchParent() {
  if (!isMainThread) return;
  const watch = `
    const parent = ${process.ppid};
    setInterval(() => {
      let alive = process.ppid === parent;
      try { process.kill(parent, 0); } catch (error) { alive = alive && error.code === 'EPERM'; }
      if (!alive) process.kill(process.pid, 'SIGKILL');
    }, 1000);`;
  new Worker(watch, { eval: true, stdin: false }).unref();
}
