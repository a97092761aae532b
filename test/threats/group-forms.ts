import { newId } from '../../src/kernel/id.ts'
import type { Form } from './every-form.ts'

const wish = () => ({
  reason: 'Raul joins the licence team on Monday.',
  scope: 'unsure',
  named: '',
  role: '',
  ends: '',
  endsTime: '',
})
const lists = ['virtualAccount']
const group = () => ({ name: 'Slipped team', role: 'SV' })
const people = () => ({ addresses: 'nobody@acme.example' })
const role = () => ({ name: 'Slipped role', description: '', action: ['see-people'] })

/** The forms of user groups, of custom tags and of an account's own roles, and of asking for a colleague and for several accounts. */
export const groupForms: Record<string, Form> = {
  '/accounts/:identifier/groups/new': { as: 'ana', fields: group, lists: ['place'] },
  '/accounts/:identifier/groups/:id/change': {
    as: 'ana',
    id: 'group',
    fields: () => ({ ...group(), version: '1' }),
    lists: ['place'],
  },
  '/accounts/:identifier/groups/:id/close': { as: 'ana', isButton: true },
  '/accounts/:identifier/groups/:id/people': { as: 'ana', id: 'group', fields: people },
  '/accounts/:identifier/groups/:id/people/:person/remove': { as: 'ana', id: 'group', isButton: true },
  '/accounts/:identifier/tags': { as: 'ana', fields: () => ({ name: 'Slipped tag' }) },
  '/accounts/:identifier/tags/:id': { as: 'ana', id: 'tag', fields: () => ({ name: 'Slipped tag' }) },
  '/accounts/:identifier/tags/:id/delete': { as: 'ana', isButton: true },
  '/accounts/:identifier/tags/:id/places': { as: 'ana', id: 'tag', fields: () => ({}), lists: ['place'] },
  '/accounts/:identifier/tags/:id/people': { as: 'ana', id: 'tag', fields: people },
  '/accounts/:identifier/tags/:id/people/:person/remove': { as: 'ana', id: 'tag', isButton: true },
  '/accounts/:identifier/virtual-accounts/:id/tags': {
    as: 'ana',
    id: 'place',
    fields: () => ({ name: 'Slipped tag' }),
    lists: ['before', 'tag'],
  },
  '/accounts/:identifier/users/:id/tags': {
    as: 'ana',
    id: 'ben',
    fields: () => ({ name: 'Slipped tag' }),
    lists: ['before', 'tag'],
  },
  '/accounts/:identifier/roles/new': {
    as: 'ana',
    fields: () => ({ ...role(), reach: 'ACCOUNT' }),
    lists: ['action'],
  },
  '/accounts/:identifier/roles/:id/change': {
    as: 'ana',
    id: 'role',
    fields: () => ({ ...role(), version: '1' }),
    lists: ['action'],
  },
  '/accounts/:identifier/roles/:id/retire': { as: 'ana', isButton: true },
  '/accounts/:identifier/roles/:id/bring-back': { as: 'ana', isButton: true },
  '/requests/for-colleagues/new': {
    as: 'luc',
    fields: () => ({ ...wish(), colleague: 'nobody@acme.example', account: 'acme.example' }),
    lists,
  },
  '/requests/for-colleagues/:id/confirm': { as: 'luc', isButton: true },
  '/requests/for-colleagues/:id/refuse': { as: 'luc', isButton: true },
  '/requests/for-colleagues/:id/withdraw': { as: 'luc', isButton: true },
  '/requests/several': {
    as: 'luc',
    fields: () => ({ ...wish(), accounts: 'no-such.example', key: newId() }),
    lists,
  },
}
