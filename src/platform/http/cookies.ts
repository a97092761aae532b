import { getCookie, setCookie } from 'hono/cookie'
import type { Ctx } from './context.ts'

/** The rules of our cookies on this installation: their names' prefix and whether they need https. */
export type CookieRules = { readonly secure: boolean }

/** Cookies of an https installation; plain http exists on loopback only and uses other names. */
export function cookieRules(publicUrl: string): CookieRules {
  return { secure: publicUrl.startsWith('https:') }
}

/** The full name of one of our cookies. */
export function cookieName(rules: CookieRules, name: string): string {
  return rules.secure ? `__Host-vestibule-${name}` : `vestibule-${name}`
}

/** Reads one of our cookies. */
export function readCookie(c: Ctx, rules: CookieRules, name: string): string | undefined {
  return getCookie(c, cookieName(rules, name))
}

/** Sets one of our cookies; without `seconds` it lives as long as the browser. An empty value removes it. */
export function writeCookie(
  c: Ctx,
  rules: CookieRules,
  cookie: { name: string; value: string; seconds?: number },
): void {
  const lifetime = cookie.value === '' ? 0 : cookie.seconds
  setCookie(c, cookieName(rules, cookie.name), cookie.value, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: rules.secure,
    ...(lifetime === undefined ? {} : { maxAge: lifetime }),
  })
}
