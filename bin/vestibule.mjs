#!/usr/bin/env node
import { fail, launch } from './launch.mjs'

try {
  launch(process.argv.slice(2))
} catch (error) {
  fail(error)
}
