// Compiles our TypeScript into plain JavaScript under dist/. Packages stay outside; Next builds the admin by itself.
import { build } from 'esbuild'
import { fileURLToPath } from 'node:url'

/** The thread of the event store is looked for beside whatever opens it. */
export const compile = (outdir, entryPoints) =>
  build({
    entryPoints: { 'events-worker': 'src/analytics/store/sqlite.worker.ts', ...entryPoints },
    outdir,
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    jsx: 'automatic',
    sourcemap: true,
    logLevel: 'warning',
  })

if (process.argv[1] === fileURLToPath(import.meta.url))
  await compile('dist', { main: 'src/main.ts', server: 'src/server.ts', cli: 'src/cli/index.ts' })
