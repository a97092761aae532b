import type { Translation } from '../../../platform/i18n/messages.ts'
import type en from '../en/support.ts'

/** The French sentences of passing requests on to support, and of what support does with them. */
export default {
  'refusal.too-early-to-escalate': 'Vous pourrez transmettre la demande au support à partir du {date}.',
  'refusal.support-may-not-decide': 'Sur cette installation, le support ne décide pas des demandes.',
  'refusal.somebody-reachable':
    '{n, plural, one {Un administrateur qui peut décider est joignable. Rendez-lui la demande.} other {# administrateurs qui peuvent décider sont joignables. Rendez-leur la demande.}}',
  'refusal.proof-needed': 'Ajoutez d’abord au dossier un fichier qui prouve ce que vous proposez.',
  'refusal.beyond-support': 'Le support ne peut pas donner le rôle {role}.',
  'refusal.second-agent-needed': 'C’est votre proposition. Un autre agent du support doit la confirmer.',
  'refusal.already-proposed': 'Une décision est déjà proposée. Il faut d’abord la confirmer ou l’abandonner.',
  'refusal.proposal-gone':
    'La décision proposée ne tient plus : elle a été abandonnée, ou la demande a changé.',

  'story.viewed-by-support': '{who}, du support, a consulté la demande',
  'story.you.viewed-by-support': 'Vous avez consulté la demande en tant que support',
  'story.support-looked': 'Le support a consulté la demande',

  'escalate.title': 'Transmettre cette demande au support',
  'escalate.text':
    'Le support cherche quelqu’un qui puisse décider. Il voit la demande, qui a été prévenu et quand, et quels mails sont arrivés. Les administrateurs peuvent encore répondre entre-temps.',
  'escalate.do': 'Transmettre au support',
  'escalate.keep': 'Continuer d’attendre',
  'escalate.button': 'Transmettre au support',
  'escalate.from': 'Sans réponse d’ici là, vous pourrez la transmettre au support à partir du {date}.',
  'escalate.now': 'La réponse se fait attendre. Vous pouvez transmettre la demande au support.',
  'escalate.unseen':
    'Personne n’a consulté la demande depuis le rappel. Vous pouvez la transmettre au support.',

  'letter.escalated.requester.subject':
    'Auprès du support : votre demande d’accès pour {account} ({reference})',
  'letter.escalated.requester.hand': 'Votre demande pour {account} est maintenant auprès du support.',
  'letter.escalated.requester.clock':
    'Personne n’a répondu pour {account} : votre demande est maintenant auprès du support.',
  'letter.escalated.requester.text':
    'Un agent du support cherche quelqu’un qui puisse décider et vous répond sous un jour ouvré. La demande n’expire pas entre-temps.',
  'letter.escalated.approver.subject': 'Auprès du support : demande d’accès pour {account} ({reference})',
  'letter.escalated.approver.opening':
    'La demande d’accès de {who} pour {account} est maintenant auprès du support.',
  'letter.escalated.approver.text': 'Elle attend toujours une décision, que vous pouvez encore prendre.',

  'hand-back.title': 'Rendre cette demande à ses administrateurs',
  'hand-back.text':
    '{n, plural, one {Un administrateur qui peut décider est joignable.} other {# administrateurs qui peuvent décider sont joignables.}} Un mail les prévient, la réponse est attendue à une nouvelle date, et le dossier est résolu.',
  'hand-back.nobody':
    'Aucun administrateur qui peut décider n’est joignable. Demandez-en d’abord un dans la conversation avec le compte.',
  'hand-back.do': 'Rendre la demande',
  'hand-back.keep': 'La garder auprès du support',
  'hand-back.button': 'Rendre aux administrateurs',
  'hand-back.nobody.title': 'Personne à qui la rendre',
  'letter.handed-back.approver.subject': 'À vous de décider : demande d’accès pour {account} ({reference})',
  'letter.handed-back.approver.opening': 'Le support vous rend la demande d’accès de {who} pour {account}.',
  'letter.handed-back.approver.text': 'Une réponse est attendue pour le {date}.',
  'letter.handed-back.requester.subject':
    'De nouveau auprès des administrateurs : votre demande d’accès pour {account} ({reference})',
  'letter.handed-back.requester.opening':
    'Votre demande pour {account} est de nouveau auprès de ses administrateurs, qui sont maintenant joignables.',
  'letter.handed-back.requester.text': 'Une réponse est attendue pour le {date}.',
} satisfies Translation<typeof en>
