import type { Translation } from '../../../platform/i18n/messages.ts'
import type en from '../en/away.ts'

/** Les absences, et qui prend le relais. */
export default {
  'account.away': 'Absence jusqu’au {date}',
  'away.title': 'Votre absence',
  'away.crumb.profile': 'Gestion du profil',
  'away.crumb.settings': 'Paramètres',
  'away.lead': 'Pendant votre absence, les demandes n’attendent pas après vous seul.',
  'away.when': 'Quand vous êtes absent',
  'away.when.lead': 'Les jours commencent et finissent dans votre fuseau horaire, {zone}.',
  'away.from': 'Premier jour',
  'away.from.help': 'À laisser vide si votre absence commence maintenant.',
  'away.until': 'Dernier jour',
  'away.until.help': 'Vous êtes de retour le lendemain.',
  'away.note': 'Mot d’explication',
  'away.note.help': 'Les personnes qui vous attendent peuvent le lire. 200 caractères au plus.',
  'away.save': 'Enregistrer les dates',
  'away.now': 'Vous êtes absent jusqu’au {date} inclus.',
  'away.planned': 'Vous êtes absent du {from} au {date} inclus.',
  'away.back': 'Je suis là',
  'away.who': 'Qui décide à votre place',
  'away.who.lead':
    'Choisissez une personne qui peut déjà prendre les mêmes décisions dans ce compte. Elle reçoit les mails à votre place, et vous comptez comme joignable. Elle n’y gagne aucun droit.',
  'away.who.none': 'Vous ne décidez rien dans aucun compte : personne n’a besoin de vous remplacer.',
  'away.delegate': 'Prend le relais dans {account}',
  'away.delegate.nobody': 'Personne',
  'away.delegate.alone':
    'Personne ne peut prendre le relais dans {account} en ce moment. Il faut quelqu’un qui puisse y décider autant que vous, et que vous ne remplacez pas.',
  'away.delegate.save': 'Enregistrer',
  'away.delegate.save-label': 'Enregistrer qui prend le relais dans {account}',
  'away.stands': 'Qui vous remplacez',
  'away.stands.now': '{name}, dans {account} : absence jusqu’au {date}',
  'away.stands.later': '{name}, dans {account} : présence en ce moment',
  'away.stands.stop': 'Arrêter',
  'away.stands.stop-label': 'Arrêter de remplacer {name} dans {account}',
  'away.done.set': 'Vos dates sont enregistrées. La personne qui prend le relais est prévenue.',
  'away.done.back': 'Vous êtes là : les demandes vous parviennent de nouveau.',
  'away.done.chosen': 'C’est enregistré, et la personne est prévenue.',
  'away.done.ended': 'C’est enregistré.',
  'away.error.no-day': 'Écrivez le jour sous la forme 2027-03-31.',
  'away.error.over': 'Ce jour est passé.',
  'away.error.backwards': 'Le dernier jour précède le premier.',
  'away.error.too-long': 'Choisissez des jours compris dans les {days} prochains.',
  'away.refused.oneself': 'C’est vous, sous une autre adresse. Choisissez quelqu’un d’autre.',
  'away.refused.nothing-to-decide': 'Vous ne décidez plus rien dans ce compte.',
  'away.refused.less-power':
    'Cette personne ne peut pas décider tout ce que vous pouvez décider dans ce compte.',
  'away.refused.cycle':
    'Cette personne vous a choisi, ou a choisi quelqu’un que vous remplacez. Choisissez quelqu’un d’autre.',
  'away.refused.chain-too-long':
    'Trop de personnes se remplaceraient l’une l’autre. Choisissez quelqu’un d’autre.',
  'away.refused.not-found': 'Il n’y a plus rien à changer.',
  'away.mail.chosen.subject': '{name} vous confie ses décisions en cas d’absence : {account}',
  'away.mail.chosen.opening': 'Chaque fois que {name} s’absente, vous décidez à sa place dans {account}.',
  'away.mail.chosen.text':
    'Vous recevez les mails sur les demandes à la place de {name}. Vous décidez avec vos propres droits, et vous pouvez arrêter à tout moment.',
  'away.mail.begins.subject': '{name} s’absente jusqu’au {date} : vous décidez dans {account}',
  'away.mail.begins.opening':
    '{name} s’absente du {from} au {date}. D’ici là, vous décidez à sa place dans {account}.',
  'away.mail.ended.subject':
    '{by, select, DELEGATE {{name} ne décide plus à votre place : {account}} other {Vous ne décidez plus à la place de {name} : {account}}}',
  'away.mail.ended.opening':
    '{by, select, DELEGATE {{name} ne vous remplace plus dans {account}.} other {Vous ne remplacez plus {name} dans {account}.}}',
  'away.mail.ended.text':
    '{by, select, DELEGATE {Pendant vos absences, les demandes ne sont envoyées à personne à votre place. Vous pouvez choisir une autre personne.} other {Les demandes ne vous sont plus envoyées à la place de {name}. Ce que vous avez décidé reste tel quel.}}',
  'away.mail.ended.button': 'Voir qui remplace qui',
  'away.mail.ended.why': 'Vous recevez ce message parce que l’un de vous remplaçait l’autre.',
  'away.mail.button': 'Voir qui vous remplacez',
  'away.mail.or-visit': 'Ou rendez-vous à cette adresse :',
  'away.mail.why': 'Vous recevez ce message parce qu’on vous a choisi pour remplacer quelqu’un.',
} satisfies Translation<typeof en>
