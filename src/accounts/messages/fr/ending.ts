import type { Translation } from '../../../platform/i18n/messages.ts'
import type en from '../en/ending.ts'

/** L’accès qui prend fin : les champs de la fin, les avertissements, et ce que l’on peut y faire. */
export default {
  'ends.time': 'Heure de ce jour',
  'ends.zone': 'Sans heure, jusqu’à la fin de ce jour. L’heure est celle de {zone}.',
  'ends.zone-own': 'Sans heure, jusqu’à la fin de ce jour, à l’heure du compte.',
  'ending.mail.subject': 'Votre accès à {account} prend fin le {date}',
  'ending.mail.opening': 'Votre accès à {account} prend fin le {date} : {role}.',
  'ending.mail.text':
    'Si vous en avez encore besoin, demandez une prolongation d’une seule pression sur la page ci-dessous. Les administrateurs décident. Si vous n’en avez plus besoin, vous n’avez rien à faire.',
  'ending.mail.text-open':
    'Votre demande {reference} pour ce compte attend une décision, et il ne peut y en avoir qu’une à la fois : si elle vise autre chose, modifiez-la pour demander que cet accès continue. Si personne ne décide d’ici là, cet accès prend fin ce jour-là.',
  'ending.mail.button-open': 'Ouvrir la demande',
  'ending.mail.button': 'Demander une prolongation',
  'ending.mail.why': 'Vous recevez ce message parce que cet accès est le vôtre.',
  'ending.mail.held': 'Accès',
  'ending.mail.account': 'Compte',
  'ending.mail.or-visit': 'Ou consultez',
  'ending.mail.users': 'Voir les utilisateurs',
  'ending.mail.why-administrator':
    'Vous recevez ce message parce que vous administrez {account} ou cette installation.',
  'ending.mail.other.subject': '{account} : le droit de {name} prend fin le {date}',
  'ending.mail.other.opening': 'Le droit de {name} dans {account} prend fin le {date} : {role}.',
  'ending.mail.other.text':
    'Assurez-vous que quelqu’un d’autre puisse décider. Si le droit doit continuer, donnez-le de nouveau avec une autre fin.',
  'ending.mail.summary.subject':
    '{account} : {n, plural, one {# droit prend bientôt fin} other {# droits prennent bientôt fin}}',
  'ending.mail.summary.opening':
    'Dans {account}, {n, plural, one {# droit prend fin le {date}} other {# droits prennent fin sous deux semaines, le premier le {date}}}.',
  'ending.mail.summary.text':
    '{n, plural, one {La personne concernée est prévenue et peut demander} other {Les personnes concernées sont prévenues et peuvent demander}} une prolongation.',
  'ending.mail.summary.more':
    '{n, plural, one {# autre droit prend fin} other {# autres droits prennent fin}} sous deux semaines.',
  'expired.mail.subject': 'Votre accès à {account} a pris fin',
  'expired.mail.opening': 'Votre accès à {account} a pris fin : {role}.',
  'expired.mail.text':
    'Si vous en avez encore besoin, faites une nouvelle demande. Les administrateurs décident.',
  'expired.mail.text-open':
    'Votre demande {reference} pour ce compte attend toujours une décision. Vous n’avez pas à en faire une autre.',
  'expired.mail.button': 'Demander à nouveau',
  'expired.mail.other.subject': '{account} : le droit de {name} a pris fin',
  'expired.mail.other.opening': 'Le droit de {name} dans {account} a pris fin : {role}.',
  'given-back.mail.subject': '{account} : {name} a rendu un accès',
  'given-back.mail.opening': '{name} a rendu un accès à {account} : {role}.',
  'given-back.mail.text': 'Vous n’avez rien à faire.',
  'moved.mail.subject': '{account} : un droit qui devait prendre fin continue jusqu’au {date}',
  'moved.mail.opening-holder':
    'Vous continuez d’administrer {account} jusqu’au {date}, car aucun autre administrateur n’est joignable.',
  'moved.mail.opening-other':
    '{name} continue d’administrer {account} jusqu’au {date}, car aucun autre administrateur n’est joignable.',
  'moved.mail.text-holder':
    'Un compte ne reste jamais sans administrateur. Dès qu’un autre, sans date de fin, est joignable, votre droit prend fin comme prévu.',
  'moved.mail.text-other':
    'Un compte ne reste jamais sans administrateur. Veillez à ce qu’un autre, sans date de fin, soit joignable par mail ; alors ce droit prendra fin comme prévu.',
} satisfies Translation<typeof en>
