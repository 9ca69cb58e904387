"""The phrases of remarks, as whole answers, by what they mean."""

import re

from conversations.reading.phrasings import UNKNOWN_PHRASES, squeezed
from conversations.reading.wordsets import words

_SAID = {
    "clarify": (
        "huh|what|what do you mean|what does that mean|what does this mean|what is that|what's that|"
        "whats that|meaning|explain|please explain|explain please|i don't understand|i dont understand|"
        "don't understand|dont understand|i don't get it|dont get it|don't get it|didn't get that|"
        "not clear|unclear|i'm confused|confused|come again|say again|pardon|sorry|excuse me|eh|wdym|wym|"
        "how so|why|why do you ask|which one|in what sense|what kind|can you explain|could you explain|"
        "rephrase|can you rephrase|was|wie bitte|wie meinst du das|was heisst das|was meinst du|"
        "verstehe ich nicht|ich verstehe nicht|verstehe nicht|hä|que|como|cómo|no entiendo|no comprendo|"
        "que quieres decir|que significa|quoi|comment|comment ca|je ne comprends pas|comprends pas|"
        "pas compris|nao entendi|não entendi|nao compreendo|o que|como assim|ماذا|ماذا تقصد|لم أفهم|"
        "ما فهمت|مش فاهم|شو يعني|什么意思|什么|不懂|不明白|没听懂|看不懂|что|не понял|не понимаю|"
        "non capisco|どういう意味|わからないです|मतलब|i am confused|i'm lost|unsure what you mean|"
        "not sure what you mean|say what|what does it mean|what should i write|what should i say|"
        "what do i write|what do you want|what do you want to know"
    ),
    "example": (
        "example|an example|examples|for example|e.g|eg|for instance|give me an example|give an example|"
        "like what|such as|such as what|can you give me an example|could you give me an example|"
        "any example|any examples|show me an example|show example|example please|an example please|"
        "sample|beispiel|ein beispiel|zum beispiel|z.b|gib mir ein beispiel|ejemplo|un ejemplo|"
        "por ejemplo|dame un ejemplo|exemple|un exemple|par exemple|donne moi un exemple|exemplo|"
        "um exemplo|por exemplo|me da um exemplo|مثال|مثلا|مثلاً|أعطني مثالا|مثل ماذا|例子|举个例子|比如|"
        "比如说|например|пример|esempio|例えば|उदाहरण|what kind of things|what sort of things"
    ),
    "none": (
        "none|nothing|no one|noone|nobody|n/a|na|n.a|nil|nope|zero|none yet|nothing yet|nobody yet|"
        "no one yet|not yet|nothing else|no one else|nobody else|none at all|nothing at all|none so far|"
        "nothing so far|we don't have any|we dont have any|i don't have any|i dont have any|"
        "don't have any|dont have any|we have none|i have none|there are none|there is none|"
        "there isn't any|there aren't any|we have nothing|i have nothing|not any|not applicable|"
        "doesn't apply|does not apply|no partners|no partners yet|no costs|no cost|no resources|no money|"
        "no funding|no people|no employees|no staff|we have no one|i have no one|none of those|"
        "none of these|none of that|none of them|no nothing|no none|nothing really|not really|no nobody|"
        "we don't|i don't|we don't need any|don't need any|don't need anything|i don't need anything|"
        "nothing comes to mind|nothing to add|that's all|thats all|that's it|thats it|no more|"
        "nothing more|keine|keiner|niemand|nichts|noch keine|noch nichts|noch niemand|gibt es nicht|"
        "haben wir nicht|ninguno|ninguna|nada|nadie|aun no|todavia no|ningun|no tenemos|aucun|aucune|"
        "rien|personne|pas encore|nenhum|nenhuma|ninguem|ainda nao|لا شيء|لا أحد|لا يوجد|ولا شي|ما في|"
        "ليس بعد|没有|无|暂无|还没有|没|没人|нет никого|ничего|никто|пока нет|nessuno|niente|なし|ない|"
        "特になし|없음|없어요|कुछ नहीं|nobody really|nothing special|nothing for now|none for now"
    ),
    "same": (
        "same|same as before|same as above|as above|as before|see above|ditto|same again|same thing|"
        "same here|same answer|the same|the same as before|the same as above|same as last time|"
        "same as previous|same as last|same old|already said|i already said|i already said that|"
        "already answered|i already told you|already told you|said that already|like before|like above|"
        "as i said|as said|as mentioned|see before|see previous|unchanged|no change|nothing changed|idem|"
        "dito|wie oben|siehe oben|wie vorher|gleich|dasselbe|das gleiche|lo mismo|igual|igual que antes|"
        "ver arriba|pareil|comme avant|comme ci-dessus|la meme chose|voir plus haut|o mesmo|a mesma|"
        "igual antes|igual a antes|同上|和之前一样|一样|نفس الشيء|كما سبق|نفسه|то же самое|как выше|"
        "uguale|同じ"
    ),
    "skip": (
        "never mind|nevermind|forget it|leave it as it is|keep it as it is|"
        "skip|skip it|skip this|skip that|skip this one|skip that one|skip the question|"
        "skip this question|skip for now|let's skip|let's skip this|lets skip|lets skip this|can we skip|"
        "can we skip this|can i skip|can i skip this|next|next one|next question|next please|pass|i pass|"
        "i'll pass|later|maybe later|not now|do it later|ask me later|ask later|come back later|"
        "come back to this|come back to this later|i'll do it later|i'll do this later|another time|"
        "move on|let's move on|moving on|proceed|leave it|leave it open|weiter|uberspringen|spater|"
        "nachste|nachste frage|siguiente|saltar|paso|mas tarde|luego|passer|suivant|suivante|plus tard|"
        "pular|pula|proxima|proximo|depois|mais tarde|تخطي|التالي|لاحقا|بعدين|跳过|下一个|下一题|"
        "以后再说|稍后|пропустить|дальше|позже|salta|avanti|スキップ|次|건너뛰기|다음|छोड़ो|skip please|"
        "please skip"
    ),
    "back": (
        "back|go back|previous|previous question|back please|go back please|can we go back|can i go back|"
        "take me back|one back|back one|last question|step back|undo|zuruck|eine zuruck|atras|volver|"
        "anterior|retour|precedent|voltar|volta|رجوع|ارجع|السابق|返回|上一个|上一题|назад|indietro|戻る|"
        "뒤로|go to previous"
    ),
    "stop": (
        "stop|pause|cancel|quit|exit|end|abort|gotta go|got to go|i gotta go|i have to go|have to go|"
        "need to go|i need to go|must go|i must go|stop it|stop please|please stop|enough|that's enough|"
        "enough for today|bye|goodbye|good bye|see you|see you later|talk later|ttyl|brb|be right back|"
        "break|take a break|let's stop|let's stop here|stop here|stop now|leave me alone|unsubscribe|"
        "i'm done|im done|i am done for today|done for today|enough for now|continue later|"
        "continue tomorrow|let's continue later|let's continue tomorrow|tomorrow|pausieren|stopp|"
        "aufhoren|abbrechen|ich muss los|tschuss|parar|para|basta|cancelar|me tengo que ir|adios|arreter|"
        "arrete|annuler|je dois y aller|au revoir|tenho que ir|tchau|توقف|قف|إلغاء|停|停止|暂停|取消|"
        "再见|стоп|пауза|хватит|пока|отмена|fermati|停止して|止めて|멈춰|रुको"
    ),
    "help": (
        "help|help me|help please|please help|can you help|can you help me|i need help|need help|hilfe|"
        "ayuda|aide|aidez-moi|aide moi|ajuda|socorro|مساعدة|ساعدني|帮助|帮帮我|救命|помощь|помоги|aiuto|"
        "助けて|도움말|मदद|how does this work|how does it work|what can you do|what can i do here|menu|"
        "commands"
    ),
    "yes": (
        "yes|yep|yeah|yea|yup|ya|sure|of course|definitely|absolutely|correct|right|exactly|yes please|"
        "indeed|certainly|true|affirmative|yes yes|yes sure|ja|jawohl|klar|genau|natürlich|si|claro|"
        "por supuesto|oui|ouais|bien sur|d'accord|sim|com certeza|نعم|ايوه|أيوه|أجل|是|是的|对|好的|当然|"
        "да|конечно|tak|evet|はい|네|예|हाँ|हां"
    ),
    "no": (
        "no|nah|no way|no thanks|no thank you|not at all|never|negative|no no|definitely not|"
        "of course not|nein|ne|nee|non|nao|não|لا|كلا|不|不是|不要|нет|nie|hayir|いいえ|아니요|नहीं|"
        "no gracias|non merci|nein danke"
    ),
}
NOISES = words(
    "lol lmao rofl haha hehe hihi hah heh xd ok okay okey oki okk k kk kay hi hello hey hiya yo sup "
    "hallo hola salut bonjour ola oi moin servus ciao thanks thank you thx ty tks cheers danke "
    "gracias merci obrigado obrigada cool nice great good awesome perfect super wow omg wtf hmm um "
    "uh er ah oh well alright fine test testing tests asdf qwerty abc blah bla foo bar foobar lorem "
    "123 1234 12345 morning evening afternoon night there everyone bot dude bro man so much very lot "
    "a you're ur welcome np pls please interesting funny got it i see gotcha roger noted understood "
    "whatever meh yay oops ups 你好 您好 哈哈 哈哈哈 呵呵 好 嗯 谢谢 مرحبا أهلا السلام عليكم شكرا "
    "هههه تمام طيب привет спасибо ок хаха понятно ok. こんにちは ありがとう 안녕하세요 감사합니다 "
    "ㅋㅋ ㅋㅋㅋ ㅎㅎ नमस्ते धन्यवाद"
)
HARMLESS = words(
    "i it got see ur you're a bar man night you lot evening morning afternoon foo so much very there "
    "bot 123 1234 12345"
)

REMARKS: dict[str, str] = {
    squeezed(phrase).rstrip("?"): kind for kind, said in _SAID.items() for phrase in said.split("|")
}
REMARKS.update({phrase: "dont_know" for phrase in UNKNOWN_PHRASES if phrase and phrase not in REMARKS})
REMARKS.update({word: "noise" for word in NOISES - HARMLESS if word not in REMARKS})
REMARKS.update(
    {squeezed(phrase): "noise" for phrase in ("got it", "i see", "thank you", "good morning", "test 123")}
)

EXAMPLES = (
    re.compile(
        r"(?:can|could|would|will) (?:you|u) (?:please )?(?:give|show|tell)(?: me| us)? (?:some |an? |"
        r"another |one )?examples?\b"
    ),
    re.compile(
        r"(?:please )?(?:give|show|tell)(?: me| us)? (?:some |an? |another |"
        r"one )?(?:more )?examples?(?: please)?$"
    ),
    re.compile(
        r"(?:do you have|any|got|need|i need|i'd like|another|one more|more) (?:an? |any |"
        r"some )?examples?(?: please| for (?:this|that))?$"
    ),
    re.compile(
        r"like what(?: for example| exactly)?$|what (?:would be|is|are) (?:an? |some )?(?:good )?examples?\b"
    ),
    re.compile(r"what (?:do|did) (?:other|most) (?:people|founders|companies) (?:say|write|answer|do|put)$"),
)
CLARIFYING = (
    re.compile(r"(?:what|how)(?: exactly)? do you mean\b"),
    re.compile(r"(?:sorry )?(?:what|huh|pardon|eh|que|was|hä)$"),
    re.compile(r"what (?:does|do|is|are) .{1,60} (?:mean|means)$"),
)
EMPTY_LISTS = (
    re.compile(
        r"(?:no|none|nope|nah|nothing),? (?:nothing|none|nobody|no one|not yet|nope|we don'?t|"
        r"i don'?t)(?: yet| really| else)?$"
    ),
    re.compile(
        (
            r"(?:i |we )?(?:really )?(?:don'?t|do not) (?:have|need|know|use) (?:any|anyone|anybody|anything|"
            r"one|someone|that|any of (?:that|those|these))"
            r"(?: (?:partners?|costs?|resources?|employees|staff|"
            r"people|money|yet|else))*$"
        ),
    ),
    re.compile(
        (
            r"(?:i |we )?(?:have |have got |'ve got |there (?:are|is) )?"
            r"(?:no|zero|0) (?:partners?|suppliers?|"
            r"costs?|resources?|employees|staff|people|money|funding|helpers?|investors?|savings|one|thing|"
            r"things|activities|other costs|more costs|others?)(?: yet| else| so far| either| at all|"
            r" for now)*$"
        ),
    ),
    re.compile(
        r"(?:nothing|none|nobody|no one|not any|not anything) (?:comes to mind|i can think of|"
        r"that i know of|i know of|to report|to say)$"
    ),
    re.compile(r"(?:i )?can'?t think of (?:any|anything|anyone|one)(?: else| more)?$"),
)
