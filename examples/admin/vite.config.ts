import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The panel's front end. It imports the built package by its name, as any host does. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  logLevel: 'warn',
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022' },
})
