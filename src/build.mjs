// Compiles our TypeScript into plain JavaScript under dist/. Packages stay outside; Next builds the admin by itself.
import { build } from 'esbuild'

await build({
  entryPoints: {
    main: 'src/main.ts',
    server: 'src/server.ts',
    cli: 'src/cli/index.ts',
    'events-worker': 'src/analytics/store/sqlite.worker.ts',
  },
  outdir: 'dist',
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
