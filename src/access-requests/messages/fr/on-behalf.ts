import type { Translation } from '../../../platform/i18n/messages.ts'
import type en from '../en/on-behalf.ts'

/** Demander pour un collègue, et pour plusieurs comptes à la fois. */
export default {
  'behalf.title': 'Demander l’accès pour un collègue',
  'behalf.lead': 'Votre collègue reçoit un mail et confirme. Ensuite, les administrateurs décident.',
  'behalf.link': 'Demander l’accès pour un collègue',
  'ask.directory.link': 'Annuaire des accès',
  'behalf.list': 'Demandes pour des collègues',
  'behalf.list.lead': 'Ce que vous avez demandé pour des collègues, et ce qu’ils ont demandé pour vous.',
  'behalf.none': 'Rien n’a été demandé pour un collègue',
  'behalf.none.text':
    'Quand quelqu’un rejoint votre équipe, vous pouvez demander ses accès. Il ne lui reste qu’à confirmer.',
  'behalf.colleague': 'Adresse e-mail de votre collègue',
  'behalf.colleague.help': 'Une adresse qui se termine comme la vôtre : @{domain}.',
  'behalf.colleague.wrong': 'Saisissez une adresse e-mail, par exemple nom@societe.example.',
  'behalf.own': 'C’est votre propre adresse. Demandez plutôt l’accès pour vous-même.',
  'behalf.not-a-colleague':
    'Vous pouvez demander pour les personnes dont l’adresse se termine par @{domain}.',
  'behalf.too-many-waiting':
    '{max, plural, one {# collègue n’a pas encore confirmé, c’est le maximum.} other {# collègues n’ont pas encore confirmé, c’est le maximum. Attendez une réponse ou retirez une demande.}}',
  'behalf.too-many-today':
    '{max, plural, one {Vous avez demandé pour # collègue ces dernières 24 heures, c’est le maximum.} other {Vous avez demandé pour # collègues ces dernières 24 heures, c’est le maximum. Réessayez demain.}}',
  'behalf.send': 'Demander la confirmation',
  'behalf.refused': 'Rien n’a été envoyé',
  'behalf.state.WAITING': 'À confirmer',
  'behalf.state.CONFIRMED': 'Confirmée',
  'behalf.state.REFUSED': 'Non souhaitée',
  'behalf.state.WITHDRAWN': 'Retirée',
  'behalf.state.LAPSED': 'Caduque',
  'behalf.for': 'Pour',
  'behalf.by': 'Demandé par',
  'behalf.account': 'Compte Smart',
  'behalf.state': 'État',
  'behalf.asked': 'Demandé',
  'behalf.until': 'À confirmer avant le',
  'behalf.what': 'Ce qui est demandé',
  'behalf.for-you': 'Pour vous',
  'behalf.by-you': 'Vous',
  'behalf.one.title': 'Accès à {account} pour {colleague}',
  'behalf.one.yours': '{who} demande pour vous l’accès à {account}',
  'behalf.one.waits':
    'Votre collègue a été prévenu et peut confirmer jusqu’au {date}. Ensuite, la demande part aux administrateurs.',
  'behalf.one.question':
    'Si vous confirmez, la demande part aux administrateurs en votre nom, avec votre profil. Vous pourrez la suivre tous les deux.',
  'behalf.confirm': 'Confirmer et envoyer',
  'behalf.refuse': 'Je n’en ai pas besoin',
  'behalf.take-back': 'La retirer',
  'behalf.see-request': 'Voir la demande',
  'behalf.settled': 'Elle n’est plus ouverte : {state}.',
  'behalf.account-not-open':
    'Aucun accès à ce compte ne peut être demandé pour le moment. Demandez à votre collègue de quel compte il s’agit, ou réessayez plus tard.',
  'behalf.place-gone':
    'Un compte virtuel choisi n’existe plus. Vous pouvez demander l’accès vous-même, ou votre collègue refait la demande.',
  'behalf.over':
    '{account, select, yes {Le compte a été fermé ou réuni à un autre : il n’y a plus rien à confirmer.} other {La demande a pris fin avant d’être confirmée, car l’un de vous ne peut plus se connecter, ou deux identités ont été réunies.}}',
  'behalf.some-places':
    '{n, plural, one {un compte virtuel} many {# de comptes virtuels} other {# comptes virtuels}}',
  'behalf.sent': 'Votre collègue a été invité à confirmer.',
  'behalf.refused.done': 'Rien n’a été envoyé. {who} en est averti.',
  'behalf.taken-back': 'Vous l’avez retirée. Rien n’a été envoyé aux administrateurs.',
  'behalf.profile': 'Votre profil accompagne la demande',
  'several.title': 'Demander l’accès à plusieurs comptes Smart',
  'several.lead': 'Un seul motif, une demande par compte. Les administrateurs de chacun répondent.',
  'several.link': 'Demander l’accès à plusieurs comptes à la fois',
  'several.accounts': 'Identificateurs de domaine de compte',
  'several.accounts.help': 'Un par ligne, {max} au plus.',
  'several.accounts.empty': 'Saisissez au moins un identificateur de domaine de compte.',
  'several.accounts.many': 'Saisissez-en {max} au plus à la fois.',
  'several.send': 'Envoyer les demandes',
  'several.none': 'Aucune demande n’a été envoyée',
  'several.done': 'Demandes d’accès envoyées',
  'several.done.lead':
    '{sent, plural, one {# demande envoyée} other {# demandes envoyées}}, {failed, plural, =0 {aucun échec} one {# non envoyée} other {# non envoyées}}.',
  'several.account': 'Identificateur de domaine de compte',
  'several.outcome': 'Résultat',
  'several.request': 'Demande',
  'several.sent': 'Envoyée',
  'several.not-sent': 'Non envoyée',
  'several.follow': 'Vos demandes d’accès',
  'several.again': 'Réessayer pour celles qui n’ont pas été envoyées',
  'several.wait': 'Trop de comptes ont été recherchés. Réessayez dans {minutes} minutes.',
  'several.unknown': 'Il n’existe aucun compte de ce nom auquel vous puissiez demander l’accès.',
  'letter.behalf.subject': '{who} demande un accès pour vous',
  'letter.behalf.opening':
    '{who} demande pour vous l’accès à {account}. Rien ne se passe tant que vous n’avez pas confirmé.',
  'letter.behalf.text':
    'Si vous confirmez, la demande part aux administrateurs avec votre profil. Si vous ne vous y attendiez pas, refusez-la ou laissez-la : elle devient caduque d’elle-même.',
  'letter.behalf.button': 'Confirmer ou refuser',
  'letter.behalf.why': 'Vous recevez ce mail parce que {who} a saisi votre adresse.',
  'letter.behalf-ended.subject': 'Accès à {account} pour votre collègue',
  'letter.behalf-ended.refused': '{colleague} n’a pas besoin de l’accès à {account} que vous avez demandé.',
  'letter.behalf-ended.lapsed': '{colleague} n’a pas confirmé l’accès à {account} que vous avez demandé.',
  'letter.behalf-ended.over':
    'L’accès à {account} que vous avez demandé pour {colleague} ne peut plus être confirmé : {because, select, ACCOUNT_CLOSED {le compte a été fermé} ACCOUNT_MERGED {le compte a été réuni à un autre, où vous pouvez refaire la demande} SAME_PERSON {les identités d’une même personne ont été réunies, refaites donc la demande si elle est toujours utile} other {cette personne ne peut plus se connecter}}.',
  'letter.behalf-ended.text': 'Rien n’a été envoyé aux administrateurs.',
  'letter.behalf-ended.button': 'Voir ce que vous avez demandé',
  'letter.behalf-ended.why': 'Vous recevez ce mail parce que vous avez demandé un accès pour un collègue.',
} satisfies Translation<typeof en>
