import { Hono } from 'hono'
import type { Env } from '../platform/http/index.ts'
import type { Platform } from '../platform/platform.ts'
import { becomeOperatorRoutes } from './become-operator/become-operator.route.tsx'
import { changeAddressRoutes } from './change-address/change-address.route.tsx'
import { confirmAddressRoutes } from './change-address/confirm-address.route.tsx'
import { changePasswordRoutes } from './change-password/change-password.route.tsx'
import { preferencesRoutes } from './choose-preferences/choose-preferences.route.ts'
import { confirmPasswordRoutes } from './confirm-password/confirm-password.route.tsx'
import { editProfileRoutes } from './edit-profile/edit-profile.route.tsx'
import { notificationsRoutes } from './notifications/notifications.route.tsx'
import { openLinkRoutes } from './open-link/open-link.route.tsx'
import { profileRoutes } from './profile/profile.route.tsx'
import { recoverRoutes } from './recover/recover.route.tsx'
import { resetRoutes } from './recover/reset.route.tsx'
import { sessionsRoutes } from './sessions/sessions.route.tsx'
import { settingsRoutes } from './settings/settings.route.tsx'
import { signInRoutes } from './sign-in/sign-in.route.tsx'
import { signInLinkRoutes } from './sign-in-link/sign-in-link.route.tsx'
import { signInWithRoutes } from './sign-in-with/sign-in-with.route.tsx'
import { signOutRoutes } from './sign-out/sign-out.route.tsx'
import { signUpRoutes } from './sign-up/sign-up.route.tsx'
import { tokensRoutes } from './tokens/tokens.route.tsx'
import { unlinkRoutes } from './sign-in-with/unlink.route.ts'
import { unsubscribeRoutes } from './unsubscribe/unsubscribe.route.tsx'
import { verifyAddressRoutes } from './verify-address/verify-address.route.tsx'

const entrance = [signUpRoutes, signInRoutes, signInWithRoutes, signOutRoutes, confirmPasswordRoutes]
const links = [
  openLinkRoutes,
  verifyAddressRoutes,
  recoverRoutes,
  resetRoutes,
  signInLinkRoutes,
  becomeOperatorRoutes,
  unsubscribeRoutes,
]
const profile = [
  profileRoutes,
  editProfileRoutes,
  settingsRoutes,
  preferencesRoutes,
  notificationsRoutes,
  changePasswordRoutes,
  changeAddressRoutes,
  confirmAddressRoutes,
  sessionsRoutes,
  unlinkRoutes,
  tokensRoutes,
]

/** Every page and form about people and their identity. */
export function routes(platform: Platform): Hono<Env> {
  const parts = [...entrance, ...links, ...profile]
  return parts.reduce((app, part) => app.route('/', part(platform)), new Hono<Env>())
}
