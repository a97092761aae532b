import type { Translation } from '../../../platform/i18n/messages.ts'
import type en from '../en/clocks.ts'

/** Les phrases de ce qui arrive à son heure : la suite d’une demande, et les mails qui partent d’eux-mêmes. */
export default {
  'next.title': 'La suite',
  'next.ANSWER_EXPECTED': 'Une réponse est attendue au plus tard le {date}.',
  'next.REMINDER': 'Un rappel part aux administrateurs le {date}.',
  'next.TO_SUPPORT': 'Elle passe au support le {date}, sauf décision d’ici là.',
  'next.EXPIRES': 'Elle expire le {date}, sauf décision d’ici là.',
  'next.EXPIRES_UNANSWERED': 'Elle expire le {date}, si la question reste sans réponse.',
  'next.SUPPORT_CHECKS': 'Le support en est de nouveau averti le {date}.',
  'stands.next.TO_SUPPORT': '{stands} ; passe au support le {date}',
  'stands.next.EXPIRES': '{stands} ; expire le {date}',
  'stands.next.EXPIRES_UNANSWERED': '{stands} ; expire le {date}',

  'story.next.remind': 'Un rappel part aux administrateurs',
  'story.next.escalate': 'Elle passe au support',
  'story.next.expire': 'Elle expire, sans décision d’ici là',
  'story.next.unanswered': 'Elle expire, si la question est restée sans réponse',
  'story.next.support': 'Le support en est de nouveau averti',

  'reminding.last':
    '{n, plural, =0 {Le dernier rappel, du {date}, n’est parti à personne.} one {Le dernier rappel, du {date}, est parti à # administrateur.} other {Le dernier rappel, du {date}, est parti à # administrateurs.}}',
  'reminding.delivered':
    '{n, plural, =0 {Aucun mail n’est encore arrivé.} one {# mail a été remis.} other {# mails ont été remis.}}',
  'reminding.none': 'Aucun rappel n’a été envoyé.',
  'reminding.left':
    '{left, plural, =0 {Vous avez envoyé tous vos rappels.} one {Vous pouvez encore envoyer # rappel.} other {Vous pouvez encore envoyer # rappels.}}',
  'reminding.from': 'Vous pouvez envoyer un rappel à partir du {date}.',
  'reminding.asked': 'Les administrateurs attendent votre réponse : il n’y a rien à leur rappeler.',
  'reminding.support': 'Le support a votre demande : il n’y a personne à relancer.',
  'reminding.nobody': 'Aucun administrateur n’est joignable pour le moment : le rappel ira au support.',

  'mail-kind.reminded-by-clock': 'Rappel automatique',
  'mail-kind.overdue': 'Réponse en retard',
  'mail-kind.expiry-near': 'Expiration proche',
  'mail-kind.answer-missing': 'Réponse manquante',
  'mail-kind.expired': 'Demande expirée',
  'mail-kind.closed': 'Demande close',
  'mail-kind.routed': 'Auprès du support',
  'mail-kind.nudged': 'Toujours auprès du support',

  'story.expiry-near': 'Les deux parties ont été averties que la demande expire le {date}',
  'story.answer-missing': 'La question ouverte a été rappelée ; la demande expire le {date}',
  'story.support-nudged':
    '{n, plural, =1 {Le support a de nouveau été averti de la demande} other {Le support a de nouveau été averti de la demande, # fois jusqu’ici}}',
  'story.unanswered': 'La question est restée sans réponse : la demande a expiré',
  'story.closed-because':
    'La demande a été close : {because, select, GIVEN_DIRECTLY {l’accès a été donné directement} ACCOUNT_CLOSED {le compte a été fermé} ACCOUNT_MERGED {le compte a été réuni à un autre} CONTINUED {le compte a été réuni à un autre, où la demande se poursuit} BENEFICIARY_DISABLED {son bénéficiaire ne peut plus se connecter} ONE_DISABLED {l’une des deux personnes concernées ne peut plus se connecter} DUPLICATE {une autre demande porte sur la même chose} PLACE_CLOSED {ce qu’elle demandait a été fermé} other {elle n’a plus d’objet}}',

  'letter.overdue.approver.subject': 'En retard : demande d’accès à {account} ({reference})',
  'letter.overdue.approver.opening':
    'La demande d’accès de {who} à {account} devait recevoir une réponse au plus tard le {date}, et attend toujours.',
  'letter.overdue.contact.subject': 'Une demande pour le compte {account} attend une réponse',
  'letter.overdue.contact.opening':
    'Une demande d’accès au compte {account} devait recevoir une réponse le {date}, sans résultat.',
  'letter.overdue.contact.text':
    'Ses administrateurs ont été prévenus à nouveau. Vous êtes informé comme contact du compte ; seuls ses administrateurs peuvent répondre.',
  'letter.overdue.contact.button': 'Ouvrir les demandes du compte',
  'letter.overdue.contact.why':
    'Vous recevez ce mail parce que vous avez confirmé être le contact du compte {account}.',
  'letter.overdue.requester.subject': 'Encore sans réponse : votre demande d’accès à {account} ({reference})',
  'letter.overdue.requester.opening': 'Votre demande pour {account} est restée sans réponse le {date}.',
  'letter.overdue.requester.text':
    'Les administrateurs ont été avertis une fois de plus. Si vous ne voulez pas attendre, ouvrez la demande et transmettez-la au support, qui cherche quelqu’un qui puisse décider.',
  'letter.expiry-near.approver.subject': 'Expire bientôt : demande d’accès à {account} ({reference})',
  'letter.expiry-near.approver.opening':
    'La demande d’accès de {who} à {account} expire le {date}, sauf décision d’ici là.',
  'letter.expiry-near.requester.subject': 'Expire bientôt : votre demande d’accès à {account} ({reference})',
  'letter.expiry-near.requester.opening':
    'Votre demande pour {account} expire le {date}, sauf décision d’ici là.',
  'letter.expiry-near.requester.text':
    'Les administrateurs ont été avertis eux aussi. Si elle expire, vous pourrez la refaire avec le même texte.',
  'letter.answer-missing.requester.subject':
    'Votre réponse manque : demande d’accès à {account} ({reference})',
  'letter.answer-missing.requester.opening':
    'Un administrateur de {account} vous a posé une question sur votre demande et attend votre réponse.',
  'letter.answer-missing.requester.text':
    'Rien ne se passe avant votre réponse. Sans réponse, la demande expire le {date}.',
  'letter.expired.requester.subject': 'Expirée : votre demande d’accès à {account} ({reference})',
  'letter.expired.requester.undecided':
    'Votre demande pour {account} est restée sans décision dans les délais : elle a expiré.',
  'letter.expired.requester.unanswered':
    'La question sur votre demande pour {account} est restée sans réponse : la demande a expiré.',
  'letter.expired.requester.text':
    'Vous pouvez la refaire. Ouvrez la demande et choisissez « Refaire une demande » : votre texte est conservé, et vous pouvez le modifier avant l’envoi.',
  'letter.narrowed.requester.subject': 'Modifiée : votre demande d’accès à {account} ({reference})',
  'letter.narrowed.requester.opening': 'Un compte virtuel que vous aviez demandé a été fermé.',
  'letter.narrowed.requester.text': 'Votre demande se poursuit sans lui. Vous n’avez rien à faire.',
  'story.narrowed': 'Un compte virtuel fermé a été retiré de la demande',
  'close-place.title': 'Fermer {name}',
  'close-place.crumb': 'Fermer',
  'close-place.lead':
    'Rien n’a encore changé. Ce qui est fermé ne peut être rouvert ; son historique demeure.',
  'close-place.changed-title': 'Pas encore fermé',
  'close-place.changed': 'Quelque chose a changé entre-temps. Regardez à nouveau ce qui prendrait fin.',
  'close-place.below':
    '{n, plural, one {# compte virtuel en dessous est fermé aussi} many {# de comptes virtuels en dessous sont fermés aussi} other {# comptes virtuels en dessous sont fermés aussi}}',
  'close-place.below-text': 'Déplacez d’abord ce qui doit rester.',
  'close-place.people': 'Les accès qui prennent fin',
  'close-place.nobody': 'Personne n’y détient de rôle.',
  'close-place.more':
    '{n, plural, one {Et # autre rôle.} many {Et # d’autres rôles.} other {Et # autres rôles.}}',
  'close-place.loses': 'Perd',
  'close-place.requests': 'Demandes en cours',
  'close-place.requests-close': 'Closes, car elles ne demandent rien d’autre :',
  'close-place.requests-narrow': 'Poursuivies sans lui :',
  'close-place.press':
    '{n, plural, one {Fermer le compte virtuel} many {Fermer # de comptes virtuels} other {Fermer # comptes virtuels}}',
  'close-place.keep': 'Le garder',
  'letter.closed.requester.subject': 'Close : votre demande d’accès à {account} ({reference})',
  'letter.closed.requester.opening': 'Votre demande pour {account} a été close sans décision.',
  'letter.closed.requester.because':
    '{because, select, GIVEN_DIRECTLY {Un administrateur a donné l’accès directement : il n’y a plus rien à décider.} ACCOUNT_CLOSED {Le compte a été fermé : plus personne n’y reçoit d’accès.} ACCOUNT_MERGED {Le compte a été réuni à un autre. Veuillez y demander l’accès.} CONTINUED {Le compte a été réuni à un autre. Votre demande s’y poursuit sous la même référence ; vous n’avez rien à faire.} BENEFICIARY_DISABLED {La personne concernée ne peut plus se connecter.} ASKER_DISABLED {Le collègue qui l’avait faite pour vous ne peut plus se connecter. Si vous avez toujours besoin de cet accès, veuillez le demander vous-même.} DUPLICATE {Une autre demande porte sur la même chose et suit son cours.} PLACE_CLOSED {Le compte virtuel demandé a été fermé. Veuillez en demander un autre.} other {Elle n’a plus d’objet.}}',
  'letter.routed.requester.subject': 'Auprès du support : votre demande d’accès à {account} ({reference})',
  'letter.routed.requester.opening':
    'Aucun administrateur de {account} n’est plus joignable : votre demande est maintenant auprès du support.',
  'letter.routed.requester.text':
    'Un agent du support cherche quelqu’un qui puisse décider. Vous n’avez rien à faire, et la demande n’expire pas pendant ce temps.',
  'letter.nudged.agent.subject': 'Toujours auprès du support : demande d’accès à {account} ({reference})',
  'letter.nudged.agent.opening': 'La demande d’accès à {account} est toujours auprès du support.',
  'letter.nudged.agent.text':
    'Personne ne l’a décidée ni rendue. Veuillez vérifier si quelqu’un est joignable maintenant, et dire au demandeur où elle en est.',
  'letter.nudged.agent.since': 'Auprès du support depuis',
  'letter.why.agent': 'Vous recevez ce mail parce que vous répondez au support.',
} satisfies Translation<typeof en>
