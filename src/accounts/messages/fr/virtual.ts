import type { Translation } from '../../../platform/i18n/messages.ts'
import type en from '../en/virtual.ts'

/** Les onglets d’un compte, ses propriétés et ses comptes virtuels. */
export default {
  'tab.label': 'Compte Smart',
  'tab.properties': 'Propriétés du compte',
  'tab.virtual-accounts': 'Comptes virtuels',
  'tab.users': 'Utilisateurs',
  'tab.groups': 'Groupes d’utilisateurs',
  'tab.tags': 'Étiquettes',
  'tab.requests': 'Demandes',
  'tab.rules': 'Règles',
  'tab.reviews': 'Revues',
  'tab.agreements': 'Conventions du compte',
  'tab.events': 'Journal',
  'tab.insights': 'Statistiques',
  'tab.settings': 'Paramètres',
} satisfies Translation<typeof en>
