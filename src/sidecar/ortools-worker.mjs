// Google OR-Tools as a worker process: protobuf messages in, protobuf messages out. Give each kind of request its own process:
// a process that has solved much with one of the two runtimes takes many seconds to load the other.
import { serve } from './frames.mjs';

const LINEAR = 2;
const SELECTION = 3;

serve({
  // MPModelRequest -> MPSolutionResponse
  [LINEAR]: async body => {
    const { MPSolver } = await import('or-tools-wasm/mp-solver');
    return Buffer.from((await MPSolver.solveModelRequest(body)).bytes);
  },

  // length u32, CpModelProto, SatParameters -> CpSolverResponse
  [SELECTION]: async body => {
    const { CpSat } = await import('or-tools-wasm/cp-sat');
    const end = 4 + body.readUInt32LE(0);
    return Buffer.from(await CpSat.solveRaw(body.subarray(4, end), body.subarray(end)));
  },
});
