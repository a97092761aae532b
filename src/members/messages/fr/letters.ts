import type { Translation } from '../../../platform/i18n/messages.ts'
import type en from '../en/letters.ts'

/** Les messages au sujet de l’appartenance à un compte. */
export default {
  'letter.or-visit': 'Ou ouvrez :',
  'letter.account': 'Compte',
  'letter.held': 'Vous détenez désormais',
  'letter.got': 'Vous avez reçu',
  'letter.was': 'Vous aviez',
  'letter.nothing': 'Rien',
  'letter.somebody': 'Un administrateur',
  'letter.button': 'Voir vos accès',
  'letter.button-users': 'Voir les utilisateurs',
  'letter.why': 'Vous recevez ce message car il concerne vos accès.',
  'letter.why-administrator': 'Vous recevez ce message car vous administrez le compte.',
  'letter.added.subject': 'Accès à {account}',
  'letter.added.opening': '{by} vous a donné accès à {account}.',
  'letter.changed.subject': 'Accès modifié : {account}',
  'letter.changed.opening': '{by} a modifié votre accès à {account}.',
  'letter.removed.subject': 'Accès terminé : {account}',
  'letter.removed.opening': '{by} vous a retiré de {account}. Tout ce que vous y déteniez a pris fin.',
  'letter.left.subject': 'Vous avez quitté {account}',
  'letter.left.opening': 'Vous avez quitté {account}. Tout ce que vous y déteniez a pris fin.',
  'letter.gone.subject': '{name} n’administre plus {account}',
  'letter.gone.opening-left': '{name} a quitté {account} et ne l’administre plus.',
  'letter.gone.opening-removed': '{by} a retiré {name}, qui administrait {account}.',
  'letter.new.subject': '{name} administre désormais {account}',
  'letter.new.opening': '{by} a nommé {name} administrateur de {account}.',
  'letter.new.opening-two':
    '{first} a proposé {name} comme administrateur de {account}, et {by} l’a confirmé.',
  'letter.invited.subject': 'Invitation à {account}',
  'letter.invited.opening': '{by} vous invite dans le compte Smart {account}.',
  'letter.invited.text':
    'Ouvrez la page pour lire ce que cela donne, et pour accepter ou refuser. L’ouvrir ne change rien.',
  'letter.invited.gives': 'Cela donne',
  'letter.invited.type': 'Type de compte',
  'letter.invited.until': 'Répondre avant le',
  'letter.invited.button': 'Ouvrir l’invitation',
  'letter.invited.why':
    'Vous recevez ce message car quelqu’un a saisi votre adresse. Si vous ne connaissez pas cette personne, n’en tenez pas compte : l’invitation expire toute seule.',
  'letter.proposed.subject': 'Une confirmation attendue : {name} comme administrateur de {account}',
  'letter.proposed.opening':
    '{by} propose {name} comme administrateur de {account}. Un autre administrateur doit confirmer.',
  'letter.proposed.text': 'Sans deuxième administrateur, la proposition expire le {date}.',
  'letter.proposed.button': 'Voir la proposition',
  'letter.proposal-over.subject': 'Pas nommé administrateur : {name}, {account}',
  'letter.proposal-over.opening-refused': '{by} a refusé de nommer {name} administrateur de {account}.',
  'letter.proposal-over.opening-withdrawn':
    '{by} a annulé la proposition de nommer {name} administrateur de {account}.',
  'letter.person': 'Personne',
} satisfies Translation<typeof en>
