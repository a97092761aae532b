import { newId } from '../../src/kernel/id.ts'
import type { Form } from './every-form.ts'

const agreement = () => ({
  after: '0',
  titleEn: 'Terms',
  textEn: 'What the account agrees to.',
  titleFr: 'Conditions',
  textFr: 'Ce que le compte accepte.',
  requiredFrom: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
})

const newAccount = () => ({
  whose: 'OTHER',
  nominee: 'luc@acme.example',
  identifier: 'threat.example',
  name: 'Threat',
  type: 'CUSTOMER',
  reason: 'We need an account of our own.',
})

/** The forms of agreements and of new accounts. */
export const newAccountForms: Record<string, Form> = {
  '/accounts/:identifier/agreements': {
    as: 'ana',
    lists: ['version'],
    fields: () => ({ version: [`${newId()}:1`], agree: 'yes' }),
  },
  '/operator/agreements/new': { as: 'olga', fields: agreement },
  '/operator/agreements/:id/new': { as: 'olga', fields: agreement },
  '/operator/agreements/:id/retire': { as: 'olga' },
  '/new-account': { as: 'zoe', fields: newAccount },
  '/new-account/preview': { as: 'zoe', fields: () => ({ ...newAccount(), key: newId(), insists: '' }) },
  '/new-account/:id/edit': {
    as: 'zoe',
    id: 'application',
    fields: () => ({ ...newAccount(), version: '1', insists: '' }),
  },
  '/new-account/:id/nominee': {
    as: 'zoe',
    id: 'application',
    fields: () => ({ nominee: 'raul@acme.example' }),
  },
  '/new-account/:id/withdraw': { as: 'zoe', id: 'application' },
  '/new-account/:id/remind': { as: 'zoe', id: 'application' },
  '/new-account/:id/check-dns': { as: 'zoe', id: 'application' },
  '/new-account/:id/by-provider': { as: 'zoe', id: 'application' },
  '/new-account/:id/role-mail': {
    as: 'zoe',
    id: 'application',
    fields: () => ({ mailbox: 'postmaster' }),
  },
  '/new-account/:id/accept': {
    as: 'luc',
    id: 'application',
    lists: ['version'],
    fields: () => ({ version: [`${newId()}:1`], agree: 'yes' }),
  },
  '/new-account/:id/refuse': {
    as: 'luc',
    id: 'application',
    fields: () => ({ reason: 'I have left that company.' }),
  },
  '/new-account/:id/approve': { as: 'olga', id: 'application', fields: () => ({ version: '1' }) },
  '/new-account/:id/ask': {
    as: 'olga',
    id: 'application',
    fields: () => ({ version: '1', askNote: 'Please use your own domain.' }),
  },
  '/new-account/:id/decline': {
    as: 'olga',
    id: 'application',
    fields: () => ({ version: '1', declineNote: 'There is one already.' }),
  },
  '/application-link/confirm': { isButton: true },
}
