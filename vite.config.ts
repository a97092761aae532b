import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync, zstdCompressSync } from 'node:zlib'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig, type Plugin } from 'vite'

const out = 'dist/assets'

/** Lays a brotli, a gzip and a zstd twin beside every asset, so that the server never compresses one. */
function compressed(): Plugin {
  return {
    name: 'vestibule-compressed',
    apply: 'build',
    closeBundle() {
      for (const name of readdirSync(out)) {
        if (!/\.(?:css|js|svg)$/.test(name)) continue
        const file = join(out, name)
        const bytes = readFileSync(file)
        writeFileSync(
          `${file}.br`,
          brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
        )
        writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
        writeFileSync(
          `${file}.zst`,
          zstdCompressSync(bytes, { params: { [constants.ZSTD_c_compressionLevel]: 19 } }),
        )
      }
    },
  }
}

export default defineConfig({
  base: '/assets/',
  publicDir: 'src/styles/static',
  plugins: [tailwindcss(), compressed()],
  build: {
    outDir: out,
    assetsDir: '',
    manifest: 'manifest.json',
    emptyOutDir: true,
    modulePreload: false,
    target: ['chrome123', 'firefox120', 'safari17.5'],
    rolldownOptions: {
      input: { script: 'src/browser/main.ts', app: 'src/styles/app.css' },
      output: { entryFileNames: 'app-[hash].js', assetFileNames: '[name]-[hash][extname]' },
    },
  },
})
