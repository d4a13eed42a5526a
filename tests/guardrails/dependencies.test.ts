import { OVERRIDES, SHIPPED, TOOLS } from './dependencies';
import { read } from './support/repository';

interface PackageJson {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  overrides: Record<string, string>;
}

interface Lock {
  packages: Record<
    string,
    {
      version: string;
      resolved?: string;
      integrity?: string;
      link?: boolean;
      optionalDependencies?: Record<string, string>;
    }
  >;
}

const manifest = JSON.parse(read('package.json')) as PackageJson;
const lock = JSON.parse(read('package-lock.json')) as Lock;
const named = { ...manifest.dependencies, ...manifest.devDependencies };

/** Whether a package at `path` finds `name` in the lock, looking where Node looks: beside it, then further up. */
function isLocked(path: string, name: string): boolean {
  if (lock.packages[`${path}/node_modules/${name}`]) return true;
  const above = path.lastIndexOf('/node_modules/');
  return above < 0 ? Boolean(lock.packages[`node_modules/${name}`]) : isLocked(path.slice(0, above), name);
}

describe('the dependencies', () => {
  test('each one that ships has its reason', () => {
    expect(Object.keys(manifest.dependencies).sort()).toEqual(Object.keys(SHIPPED).sort());
  });

  test('each tool has its reason', () => {
    expect(Object.keys(manifest.devDependencies).sort()).toEqual(Object.keys(TOOLS).sort());
  });

  test('each is one exact version, and the lock has it', () => {
    const locked = Object.keys(named).map((name) => [name, lock.packages[`node_modules/${name}`]?.version]);
    expect(Object.fromEntries(locked)).toEqual(named);
  });

  test('the lock holds checksums and no address of a registry', () => {
    const installed = Object.entries(lock.packages).filter(([path, { link }]) => path !== '' && !link);
    expect(installed.filter(([, { resolved }]) => resolved).map(([path]) => path)).toEqual([]);
    expect(installed.filter(([, { integrity }]) => !integrity).map(([path]) => path)).toEqual([]);
  });

  test('the lock has the binaries of every system, without which npm ci refuses it', () => {
    const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !isLocked(path, name)),
    );
    expect(missing).toEqual([]);
  });

  test('each override has its reason', () => {
    expect(Object.keys(manifest.overrides).sort()).toEqual(Object.keys(OVERRIDES).sort());
  });

  test('no install script runs', () => {
    expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m);
  });
});
