import { Hono } from 'hono'
import { newAccountPath } from '../paths/accounts.ts'
import { applicationsPath, editApplicationPath, previewNewAccountPath } from '../paths/new-accounts.ts'
import type { Env } from '../platform/http/index.ts'
import type { Platform } from '../platform/platform.ts'
import { applicationRoutes } from './application/application.route.tsx'
import { checkForm, leadToForm, sendApplication, showForm } from './apply/apply.route.tsx'
import { sendEdit, showEdit } from './apply/edit.route.tsx'
import { applicationLinkRoutes } from './links/link.route.tsx'
import { showMine } from './mine/mine.route.tsx'

/** The pages of Request a Smart Account. */
export function routes(platform: Platform): Hono<Env> {
  return new Hono<Env>()
    .get(newAccountPath.pattern, showForm(platform))
    .post(newAccountPath.pattern, checkForm(platform))
    .get(previewNewAccountPath.pattern, leadToForm(platform))
    .post(previewNewAccountPath.pattern, sendApplication(platform))
    .get(applicationsPath.pattern, showMine(platform))
    .get(editApplicationPath.pattern, showEdit(platform))
    .post(editApplicationPath.pattern, sendEdit(platform))
    .route('/', applicationRoutes(platform))
    .route('/', applicationLinkRoutes(platform))
}
