import { fail, launch } from './launch.mjs'
import { build, install } from './prepare.mjs'

try {
  install()
  await build()
  launch(process.argv.slice(2))
} catch (error) {
  fail(error)
}
