import type { Translation } from '../../../platform/i18n/messages.ts'
import type en from '../en/actions.ts'

/** À quoi sert chaque action, par sujet. */
export default {
  'subject.people': 'Personnes',
  'subject.requests': 'Demandes d’accès',
  'subject.virtual-accounts': 'Comptes virtuels',
  'subject.rules': 'Règles et revues',
  'subject.history': 'Historique',
  'subject.account': 'Le compte',
  'action-help.see-account': 'Nom, type, qui administre. Tout rôle le permet.',
  'action-help.see-virtual-accounts': 'Leurs noms et leur place dans l’arborescence. Tout rôle le permet.',
  'action-help.use':
    'Travailler dans les systèmes qui se trouvent derrière le compte, et non seulement consulter.',
  'action-help.see-people': 'Qui a quel rôle, depuis quand et jusqu’à quand.',
  'action-help.change-people': 'Donner des rôles et les reprendre, jamais plus qu’on n’en a soi-même.',
  'action-help.change-groups':
    'Créer des groupes, y ajouter et en retirer des personnes ; étiqueter personnes et comptes virtuels.',
  'action-help.create-virtual-account': 'Ajouter des comptes virtuels en haut de l’arborescence.',
  'action-help.change-virtual-account':
    'Ajouter en dessous, renommer, déplacer, restreindre et fermer des comptes virtuels.',
  'action-help.edit-account': 'Le nom du compte et son adresse de contact.',
  'action-help.change-settings': 'Calendrier, délais, ce qui est montré des administrateurs.',
  'action-help.make-restricted': 'Faire que seuls ceux qui ont affaire au compte le trouvent.',
  'action-help.ask-to-change-account':
    'Demander à l’exploitant un autre identificateur, un autre type, une fusion ou une clôture.',
  'action-help.accept-agreements': 'Accepter des conventions au nom du compte.',
  'action-help.see-requests': 'Lire les demandes et ce qui s’y est dit.',
  'action-help.decide-requests': 'Approuver et refuser, jamais pour soi-même, jamais plus qu’on n’a.',
  'action-help.delegate-decisions': 'Désigner qui décide pendant une absence.',
  'action-help.change-rules': 'Dire ce qui se décide sans personne, et revoir qui a quoi.',
  'action-help.see-event-log': 'Qui a fait quoi, quand, et qui l’a permis.',
  'action-help.export-event-log': 'Emporter le journal dans un fichier.',
  'actions.needs': 'Demande aussi : {actions}.',
  'actions.not-held': 'Vous ne pouvez pas le faire vous-même, donc pas le mettre dans un rôle.',
  'actions.whole': 'Seulement dans un rôle pour le compte Smart entier.',
} satisfies Translation<typeof en>
