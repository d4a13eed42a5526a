import { SHIPPED, TOOLS } from './dependencies';
import { read } from './support/repository';

interface PackageJson {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  overrides: Record<string, string>;
}

interface Lock {
  packages: Record<string, { version: string; resolved?: string; integrity?: string; link?: boolean }>;
}

const manifest = JSON.parse(read('package.json')) as PackageJson;
const lock = JSON.parse(read('package-lock.json')) as Lock;
const named = { ...manifest.dependencies, ...manifest.devDependencies };

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

  test('no install script runs', () => {
    expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m);
  });
});
