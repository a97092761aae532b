import type { Translation } from '../../platform/i18n/messages.ts'
import type en from './en.ts'

/** Les phrases françaises sur les conventions. */
export default {
  'agreements.title': 'Conventions du compte',
  'agreements.lead': 'Ce que le compte a accepté, dans quelle version, et par qui.',
  'agreements.none': 'Rien à accepter',
  'agreements.none-text': 'Cette installation ne demande aucune convention à ses comptes.',
  'agreements.accept': 'Accepter',
  'agreements.accept-lead':
    '{n, plural, one {Lisez-la, puis acceptez-la pour {account}.} other {Lisez-les, puis acceptez-les pour {account}.}}',
  'agreements.due':
    'Elle est exigée désormais. Acceptez-la, pour que {account} s’engage sur ce qui vaut aujourd’hui. Rien ne cesse de fonctionner en attendant.',
  'agreements.soon': 'Une nouvelle version vaut à partir du {date}. Vous pouvez l’accepter dès maintenant.',
  'agreements.agree':
    '{n, plural, one {J’ai le pouvoir d’engager {account} et j’accepte la convention.} other {J’ai le pouvoir d’engager {account} et j’accepte les # conventions.}}',
  'agreements.agree-missing': 'Cochez la case pour accepter.',
  'agreements.submit': 'Accepter pour {account}',
  'agreements.accepted': 'C’est accepté, et conservé ici avec votre nom et l’heure.',
  'agreements.text-changed':
    'Une version plus récente a été publiée pendant votre lecture. Lisez-la, puis acceptez.',
  'agreements.state.ACCEPTED': 'Acceptée',
  'agreements.state.SOON': 'Nouvelle version',
  'agreements.state.DUE': 'À accepter',
  'agreements.state.RETIRED': 'N’est plus demandée',
  'agreements.history': 'Versions',
  'agreements.version': 'Version',
  'agreements.version-n': 'Version {n}',
  'agreements.read': 'Lire le texte actuel',
  'agreements.required': 'Vaut à partir du',
  'agreements.accepted-by': 'Acceptée par',
  'agreements.not-accepted': 'Non acceptée',
  'agreements.replaced': 'Une version plus récente a été acceptée',
  'agreements.erased': 'Une personne effacée',
  'agreements.only-approvers': 'L’approbateur du compte ou un administrateur du compte l’accepte.',
  'agreement.holds': 'Version {n}, vaut à partir du {date}',
  'agreements.operator': 'Conventions',
  'agreements.operator-lead':
    'Chaque compte les accepte : un nouveau compte avant d’exister, les autres quand une version est publiée.',
  'agreements.new': 'Nouvelle convention',
  'agreements.new-version': 'Nouvelle version',
  'agreements.empty': 'Aucune convention',
  'agreements.empty-text': 'Tant qu’il n’y en a pas, les nouveaux comptes n’acceptent rien.',
  'agreements.newest': 'Dernière version',
  'agreements.published': 'Publiée',
  'agreements.count': 'Acceptée par',
  'agreements.count-n': '{n, plural, one {# compte} other {# comptes}}',
  'agreements.retire': 'Ne plus la demander',
  'agreements.retire-text': 'Ce qui a été accepté reste conservé. Elle n’est plus demandée à personne.',
  'agreements.field.title-en': 'Titre en anglais',
  'agreements.field.title-fr': 'Titre en français',
  'agreements.field.text-en': 'Texte en anglais',
  'agreements.field.text-fr': 'Texte en français',
  'agreements.field.text-help':
    'Des mots simples. Une ligne qui commence par # est un titre, par - ou un numéro un élément de liste ; une ligne vide commence un paragraphe.',
  'agreements.field.required': 'Vaut à partir du',
  'agreements.field.required-help':
    'Les comptes peuvent l’accepter tout de suite et y sont invités ; à partir de ce jour, elle compte comme manquante.',
  'agreements.preview': 'Aperçu',
  'agreements.preview-lead': 'Voici comment elle se lit. Rien n’est encore publié.',
  'agreements.publish': 'Publier',
  'agreements.done.published':
    'C’est publié. Les administrateurs des comptes en sont avertis une fois par mail.',
  'agreements.done.retired': 'Elle n’est plus demandée à personne.',
  'agreements.error.title': 'Écrivez de 1 à 120 caractères',
  'agreements.error.text': 'Écrivez de 10 à 12 000 caractères.',
  'agreements.error.day': 'Choisissez un jour à partir d’aujourd’hui.',
  'agreements.refused.changed-meanwhile':
    'Quelqu’un a publié une version entre-temps. Votre texte est toujours là : comparez-le avec le sien, puis publiez de nouveau.',
  'agreements.refused.retired': 'Cette convention n’est plus demandée.',
  'agreements.log.published': 'a publié la version {n} d’une convention',
  'agreements.log.retired': 'ne demande plus une convention',
  'agreements.log.accepted': 'a accepté la version {n} d’une convention pour le compte',
  'agreements.letter.subject':
    '{n, plural, one {{account} : une convention à accepter} other {Des conventions à accepter pour # comptes}}',
  'agreements.letter.opening':
    '{n, plural, one {Une nouvelle version d’une convention est à accepter pour {account}.} other {Une nouvelle version d’une convention est à accepter pour # comptes dont vous vous occupez.}}',
  'agreements.letter.text':
    'Lisez-la, et acceptez-la si vous pouvez engager le compte. Rien ne cesse de fonctionner en attendant ; une seule acceptation suffit pour chaque compte.',
  'agreements.letter.accounts': 'Comptes',
  'agreements.letter.more': '{n, plural, one {et # autre} other {et # autres}}',
  'agreements.letter.button': 'Lire et accepter',
  'agreements.letter.or-visit': 'Ou visitez cette adresse :',
  'agreements.letter.why':
    'Vous recevez ce message parce que vous pouvez accepter les conventions de ces comptes.',
  'home.title': 'Conventions à accepter',
  'home.lead': 'Rien ne s’arrête en attendant. Une acceptation suffit par compte.',
  'home.due': 'Exigée dès maintenant',
  'home.open': 'Lire et accepter',
  'home.open-label': 'Lire et accepter la convention pour {account}',
} satisfies Translation<typeof en>
