import { Hono } from 'hono'
import {
  assignCasePath,
  casePath,
  casesPath,
  deskPath,
  newCasePath,
  proofFilePath,
  proofPath,
  reopenCasePath,
  solveCasePath,
  writeInCasePath,
} from '../paths/support-cases.ts'
import type { Env } from '../platform/http/index.ts'
import type { Platform } from '../platform/platform.ts'
import { assignCaseTo } from './assign/assign.route.ts'
import { showCase } from './case/case.route.tsx'
import { showDesk } from './desk/desk.route.tsx'
import { showMyCases } from './my-cases/my-cases.route.tsx'
import { askToOpen, openNewCase } from './open/open.route.tsx'
import { addProof, giveProof } from './prove/prove.route.ts'
import { reopenCase } from './reopen/reopen.route.ts'
import { solveCase } from './resolve/resolve.route.ts'
import { writeInCase } from './write/write.route.tsx'

/** The pages and commands of cases, for whoever they concern and for the support desk. */
export function routes(platform: Platform): Hono<Env> {
  const app = new Hono<Env>()
  app.get(casesPath.pattern, showMyCases(platform))
  app.get(newCasePath.pattern, askToOpen(platform))
  app.post(newCasePath.pattern, openNewCase(platform))
  app.get(casePath.pattern, showCase(platform))
  app.post(writeInCasePath.pattern, writeInCase(platform))
  app.post(solveCasePath.pattern, solveCase(platform))
  app.post(reopenCasePath.pattern, reopenCase(platform))
  app.post(assignCasePath.pattern, assignCaseTo(platform))
  app.post(proofPath.pattern, addProof(platform))
  app.get(proofFilePath.pattern, giveProof(platform))
  app.get(deskPath.pattern, showDesk(platform))
  return app
}
