// Google OR-Tools as a worker process: protobuf messages in, protobuf messages out.
import { CpSat } from 'or-tools-wasm/cp-sat';
import { MPSolver } from 'or-tools-wasm/mp-solver';
import { serve } from './frames.mjs';

const LINEAR = 2;
const SELECTION = 3;

serve({
  // MPModelRequest -> MPSolutionResponse
  [LINEAR]: async body => Buffer.from((await MPSolver.solveModelRequest(body)).bytes),

  // length u32, CpModelProto, SatParameters -> CpSolverResponse
  [SELECTION]: async body => {
    const end = 4 + body.readUInt32LE(0);
    return Buffer.from(await CpSat.solveRaw(body.subarray(4, end), body.subarray(end)));
  },
});
