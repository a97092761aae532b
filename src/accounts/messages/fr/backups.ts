import type { Translation } from '../../../platform/i18n/messages.ts'
import type en from '../en/backups.ts'

/** Les approbateurs de réserve d’un compte. */
export default {
  'backups.lead':
    'Les approbateurs de réserve peuvent décider à tout moment, mais ne reçoivent de mail sur une demande que lorsqu’elle est en retard. Si personne d’autre n’est joignable, ils sont prévenus aussitôt.',
  'backups.people': 'Prévenir seulement en cas de retard',
  'backups.people.help':
    'Toutes les personnes qui décident ici. Celles qui ne sont pas cochées sont prévenues dès l’envoi.',
  'backups.others': 'Autres approbateurs de réserve',
  'backups.others.help':
    'Seulement {n, plural, one {# personne figure} many {# de personnes figurent} other {# personnes figurent}} ci-dessus. Saisissez les adresses des autres, une par ligne.',
  'backups.alone': 'Une seule personne décide ici',
  'backups.alone.text':
    'Dès qu’une deuxième personne décide, vous pourrez choisir qui n’est prévenu qu’en cas de retard.',
  'backups.everybody': 'Tout le monde est approbateur de réserve : tout le monde est donc prévenu aussitôt.',
  'backups.error.no-decider': 'Aucune personne qui décide ici n’a l’adresse {address}.',
  'backups.mail.subject':
    '{account} : vous {how, select, chosen {êtes approbateur de réserve} other {n’êtes plus approbateur de réserve}}',
  'backups.mail.opening':
    'Vous {how, select, chosen {êtes désormais approbateur de réserve} other {n’êtes plus approbateur de réserve}} de {account}.',
  'backups.mail.text':
    '{how, select, chosen {Vous pouvez décider comme avant, et votre liste montre chaque demande. Vous recevez un mail lorsqu’une demande est en retard, ou si personne d’autre n’est joignable.} other {Vous recevez un mail dès qu’une demande est envoyée.}}',
  'backups.mail.button': 'Voir les demandes',
  'backups.mail.or-visit': 'Ou ouvrez cette adresse :',
  'backups.mail.why': 'Vous recevez ce mail parce qu’un administrateur de {account} a changé ce réglage.',
} satisfies Translation<typeof en>
