import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import pkg from './package.json' with { type: 'json' }
import { eagerFunctions } from './scripts/eagerFunctions.ts'

const external = [...Object.keys(pkg.dependencies), ...Object.keys(pkg.peerDependencies)]
const doors = [
  'index',
  'components',
  'panels',
  'secrets',
  'server',
  'server.browser',
  'server/node',
  'server/node.browser',
  'sandbox',
  'testing',
  'doctor',
  'locales/de',
]

// What draws: the first mount of each is what a viewer waits for.
const PICTURES = ['src/entries/components.ts', 'src/entries/panels.ts']
const LARGEST = 'src/resources/cohorts/CohortTable.tsx'

/** Builds the library: one file per module, so that every 'use client' stays where it stands. */
export default defineConfig({
  plugins: [react(), eagerFunctions(PICTURES, LARGEST)],
  logLevel: 'warn',
  build: {
    target: 'es2022',
    minify: false,
    sourcemap: true,
    lib: {
      entry: Object.fromEntries(doors.map((door) => [`entries/${door}`, `src/entries/${door}.ts`])),
      formats: ['es'],
    },
    rolldownOptions: {
      external: (id) => external.some((name) => id === name || id.startsWith(`${name}/`)),
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
})
