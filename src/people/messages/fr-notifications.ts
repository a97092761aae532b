import type { Translation } from '../../platform/i18n/messages.ts'
import type en from './en-notifications.ts'

/** Les phrases sur les messages et leur choix. */
export default {
  'settings.notifications': 'Mails et notifications',
  'settings.notifications.text': 'Ce qui vous est envoyé aussitôt, une fois par jour, ou pas du tout.',
  'notifications.title': 'Mails et notifications',
  'notifications.lead':
    'Quel que soit votre choix, tout se trouve ici dans vos notifications. Choisissez ce qui vous est aussi envoyé.',
  'notifications.bell': 'Voir vos notifications',
  'notifications.AT_ONCE': 'Aussitôt',
  'notifications.DAILY': 'Une fois par jour, en un seul mail',
  'notifications.OFF': 'Pas de mail',
  'notifications.decision-needed': 'Demandes qui attendent votre décision',
  'notifications.decision-needed.help':
    'Une nouvelle demande, ou une demande qui attend une seconde approbation.',
  'notifications.reminder': 'Rappels de demandes en attente',
  'notifications.reminder.help':
    'Envoyés par la personne qui demande, ou automatiquement. Si de nombreuses demandes vous attendent, ils sont réunis en un seul mail.',
  'notifications.own-request': 'Vos propres demandes',
  'notifications.own-request.help':
    'L’accusé de réception, la décision et ce qu’elle attend de vous. Ces mails ne peuvent pas être désactivés.',
  'notifications.conversation': 'Échanges',
  'notifications.conversation.help': 'Les commentaires, les modifications et les décisions de vos collègues.',
  'notifications.access': 'Vos accès',
  'notifications.access.help': 'Lorsqu’un de vos accès prend fin ou change.',
  'notifications.support': 'Dossiers du support',
  'notifications.support.help': 'Nouveaux dossiers et réponses, pour les agents du support.',
  'notifications.operator': 'Cette installation',
  'notifications.operator.help': 'Ce qui ne fonctionne pas, pour les exploitants.',
  'notifications.digest': 'Le mail quotidien',
  'notifications.digest.help':
    'Il part à huit heures du matin dans votre fuseau horaire, les jours où il y a quelque chose à dire.',
  'notifications.digest.AT_ONCE': 'L’envoyer',
  'notifications.digest.OFF':
    'Ne pas l’envoyer. Ce qui ne peut pas être désactivé vous parvient alors aussitôt.',
  'notifications.always':
    'Les mails sur votre mot de passe, votre adresse et vos jetons partent toujours aussitôt.',
  'unsubscribe.title': 'Moins de mails',
  'unsubscribe.ask.reminder':
    'Ne plus recevoir de rappels par mail ? Ils restent dans vos notifications. Les demandes qui vous attendent vous sont toujours envoyées une fois.',
  'unsubscribe.ask.digest':
    'Ne plus recevoir le mail quotidien ? Son contenu reste dans vos notifications. Ce qui ne peut pas être désactivé vous parvient alors aussitôt.',
  'unsubscribe.submit': 'Arrêter ces mails',
  'unsubscribe.choose': 'Choisir mail par mail',
  'unsubscribe.done': 'Ces mails sont arrêtés',
  'unsubscribe.done.reminder': 'Vous ne recevez plus de rappels par mail.',
  'unsubscribe.done.digest': 'Vous ne recevez plus le mail quotidien.',
  'event.person.notifications-changed': 'a changé les mails que cette personne reçoit',
  'event.person.mail-bounced': 'n’est plus joignable par mail',
} satisfies Translation<typeof en>
