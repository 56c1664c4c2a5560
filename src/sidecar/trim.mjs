// Deletes from an installed node_modules what Node never loads here: browser builds, source maps, unused solvers and fonts.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const SOLVERS_KEPT = /^(cp_sat|mp_solver)_runtime_node(_asyncify)?\.(js|wasm)$/;
const FONTS_KEPT = /^(400Regular|700Bold|package\.json|LICENSE.*)$/;

/** Trims one node_modules folder in place. */
export function trim(modules) {
  const solver = join(modules, 'or-tools-wasm', 'build', 'javascript');
  for (const unused of ['browser', 'wasm']) rmSync(join(solver, unused), { recursive: true, force: true });
  keepOnly(join(solver, 'node-wasm'), SOLVERS_KEPT);
  keepOnly(join(modules, '@expo-google-fonts', 'noto-sans-sc'), FONTS_KEPT);
  for (const charts of ['echarts', 'zrender']) deleteMaps(join(modules, charts));
}

function keepOnly(folder, kept) {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) if (!kept.test(name)) rmSync(join(folder, name), { recursive: true, force: true });
}

function deleteMaps(folder) {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder, { recursive: true })) if (name.endsWith('.map')) rmSync(join(folder, name), { force: true });
}
