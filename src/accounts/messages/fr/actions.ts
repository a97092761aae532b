import type { Translation } from '../../../platform/i18n/messages.ts'
import type en from '../en/actions.ts'

/** The same in French. */
export default {
  'role-help.own.ACCOUNT': 'Dans tout le compte : {actions}',
  'role-help.own.VIRTUAL': 'Dans les comptes virtuels choisis : {actions}',
  'action.see-account': 'Voir le compte et ses propres rôles',
  'action.see-virtual-accounts': 'Voir les comptes virtuels',
  'action.use': 'Utiliser ce qui s’y trouve',
  'action.see-people': 'Voir les utilisateurs',
  'action.change-people': 'Ajouter, modifier et retirer des utilisateurs',
  'action.change-administrators': 'Nommer et retirer des administrateurs, à deux',
  'action.change-groups': 'Gérer les groupes et les étiquettes',
  'action.create-virtual-account': 'Créer des comptes virtuels au sommet',
  'action.change-virtual-account': 'Créer des comptes virtuels en dessous, et les restreindre',
  'action.edit-account': 'Modifier le nom et le contact',
  'action.change-settings': 'Modifier les paramètres',
  'action.make-restricted': 'Cacher le compte aux autres',
  'action.ask-to-change-account': 'Demander un autre identificateur ou type',
  'action.change-account': 'Modifier l’identificateur et le type',
  'action.accept-agreements': 'Accepter les conventions',
  'action.see-requests': 'Voir les demandes d’accès',
  'action.decide-requests': 'Décider des demandes d’accès',
  'action.decide-for-vacant-account': 'Décider là où personne n’administre',
  'action.change-rules': 'Fixer des règles, mener des revues',
  'action.delegate-decisions': 'Se faire suppléer en son absence',
  'action.see-event-log': 'Lire le journal',
  'action.export-event-log': 'Exporter le journal',
  'action.answer-cases': 'Répondre aux dossiers',
} satisfies Translation<typeof en>
