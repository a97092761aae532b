import type { Frame } from './frame.ts'

/** A frame for tests and the styleguide: Ana, who decides and operates, reads in English. */
export const sampleFrame: Frame = {
  reader: { locale: 'en', timeZone: 'Europe/Paris' },
  path: '/requests?show=open',
  installationName: 'Vestibule',
  version: '0.1.0',
  theme: 'system',
  assets: { css: '/assets/app-1.css', js: '/assets/app-1.js' },
  openCaseHref: '/cases/new',
  footerLinks: [{ label: 'Help', href: '/help' }],
  person: {
    name: 'Ana Silva',
    email: 'ana@acme.example',
    initials: 'AS',
    canDecide: true,
    toDecide: 120,
    ownOpen: 2,
    unread: 3,
    id: '01999999-0000-7000-8000-000000000001',
    mailReturns: false,
    isOperator: true,
    isSupport: true,
    toAnswer: 4,
    manages: true,
  },
  demo: true,
}

/** The HTML of a part, as the server sends it. */
export function markupOf(part: unknown): string {
  return (part as { toString(): string }).toString()
}
