import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './repository';

const SETTINGS = [
  'package.json',
  'tsconfig.base.json',
  'tsconfig.json',
  'src/domain/tsconfig.json',
  'static/retro/tsconfig.json',
  'local/tsconfig.json',
  'bench/tsconfig.json',
  'tests/tsconfig.json',
  'eslint.config.mjs',
  '.dependency-cruiser.cjs',
  'tests/guardrails/lint',
];

export interface PlantedTree {
  /** Runs a program of node_modules there and parses what it prints; a judge that objects exits with 1. */
  judge(program: string, ...args: string[]): unknown;
  remove(): void;
}

/** A small repository in a temporary folder, under this one's rules and with the given files (content by path). */
export function plantTree(files: Record<string, string>): PlantedTree {
  const tree = mkdtempSync(join(tmpdir(), 'sternlight-planted-'));
  for (const path of SETTINGS) cpSync(join(root, path), join(tree, path), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), content);
  }
  return {
    judge(program, ...args) {
      const { stdout, stderr } = spawnSync(process.execPath, [join('node_modules', program), ...args], {
        cwd: tree,
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
      });
      if (!stdout) throw new Error(stderr);
      return JSON.parse(stdout);
    },
    remove: () => rmSync(tree, { recursive: true, force: true }),
  };
}
