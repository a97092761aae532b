import type { Form } from './every-form.ts'

/** The forms about the people of an account. */
export const memberForms: Record<string, Form> = {
  '/accounts/:identifier/users/add': {
    as: 'ana',
    fields: () => ({ addresses: 'emil@acme.example', role: 'SV', places: '', ends: '', endsTime: '' }),
    lists: ['place'],
  },
  // It takes a file and nothing else.
  '/accounts/:identifier/users/add/file': { as: 'ana' },
  '/accounts/:identifier/users/add/lines': {
    as: 'ana',
    fields: () => ({ lines: 'emil@acme.example,SV,,' }),
  },
  '/accounts/:identifier/users/add/:id': { as: 'ana' },
  '/accounts/:identifier/users/invitations/:id/again': { as: 'ana' },
  '/accounts/:identifier/users/invitations/:id/withdraw': { as: 'ana' },
  '/accounts/:identifier/users/proposals/:id': { as: 'ana', fields: () => ({ what: 'end' }) },
  '/accounts/:identifier/users/:id/remove': { as: 'ana', id: 'ben' },
  '/accounts/:identifier/grants/:id/change': {
    as: 'ana',
    id: 'grant',
    fields: () => ({ role: 'SV', place: '', ends: '2031-03-31', endsTime: '' }),
  },
  '/accounts/:identifier/several-users': {
    as: 'ana',
    fields: () => ({ who: 'all' }),
    lists: ['user'],
  },
  '/accounts/:identifier/several-users/:id': {
    as: 'ana',
    id: 'selection',
    fields: () => ({ what: 'REMOVE' }),
  },
  '/accounts/:identifier/several-users/:id/carry-out': { as: 'ana', id: 'selection' },
  '/invitations/:id': { as: 'raul', fields: () => ({ what: 'decline' }) },
}
