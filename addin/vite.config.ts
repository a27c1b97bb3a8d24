import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { builtinsByNeed } from './builtins-by-need.ts'
import { plainImports } from './plain-imports.ts'
import { sharedFiles } from './shared-files.ts'
import { withoutSchemas } from './without-schemas.ts'

/** The copy beside the add-in, which works without internet. The service puts another address here where its operator names one. */
const officeJs = '/office-js/office.js'

const service = process.env['KAOHE_SERVICE'] ?? 'http://localhost:3000'

export default defineConfig({
  root: import.meta.dirname,
  logLevel: 'warn',
  plugins: [react(), withoutSchemas(), officeScript(officeJs), builtinsByNeed(), plainImports()],
  build: {
    chunkSizeWarningLimit: 1200,
    // WebView2 on a PC without internet may be as old as the machine.
    target: ['chrome87', 'edge88'],
    // Engines that do not know the links fetch later what they would have fetched ahead.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: { codeSplitting: sharedFiles },
      // Putting a schema together does nothing that anybody could miss.
      treeshake: { manualPureFunctions: ['z'] },
      input: [
        'taskpane.html',
        'workbench.html',
        'office.html',
        'commands.html',
        'dialog.html',
        // Of no page: fetched by need.
        'src/builtins.ts',
      ].map((file) => `${import.meta.dirname}/${file}`),
    },
  },
  server: {
    port: 5173,
    proxy: Object.fromEntries(['/api', '/office-js', '/livez', '/manifest.xml'].map((path) => [path, service])),
  },
  test: {
    name: 'addin',
    environment: 'jsdom',
    // To load what the pane is made of takes longer than most files take to test; setup.ts sees to it that they leave nothing behind.
    isolate: false,
    // As for all projects: those that run beside each other have to agree.
    maxWorkers: 2,
    // Longer than what a test waits for (src/testing/setup.ts), so that a failure names what was not found.
    testTimeout: 30_000,
    setupFiles: ['src/testing/setup.ts', 'test/nothing-unasked.ts'],
    // What needs no page (*.test.ts) runs in a project of its own, in one process: vitest.config.ts of the whole.
    include: ['src/**/*.test.tsx', 'test/faults/**/*.test.tsx'],
  },
})

/** Puts the office.js tag into the pages that speak with the host, and into no other: outside a host office.js sends its page to about:blank. */
function officeScript(src: string): Plugin {
  return {
    name: 'office-script',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { filename }) =>
        /(taskpane|commands)\.html$/.test(filename)
          ? [{ tag: 'script', attrs: { src }, injectTo: 'head' }]
          : { html, tags: [] },
    },
  }
}
