//! How many syllables a word has. `docs/checks.md` says how often the count is right, and how that was measured.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// The syllables of an English word, in small letters. English spelling does not tell them for sure.
pub(crate) fn english(word: &str) -> usize {
    let letters: String;
    let word = if word.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        word
    } else {
        letters = word.chars().filter(|c| c.is_alphabetic()).collect();
        &letters
    };
    let known = |word: &str| KNOWN.get(word).copied();
    if let Some(count) = known(word) {
        return count;
    }
    for ending in ["s", "es"] {
        // A known word in the plural: one more syllable only after a hiss.
        if let Some(stem) = word.strip_suffix(ending)
            && let Some(count) = known(stem)
        {
            return count + usize::from(is_hiss(stem));
        }
    }
    let letters = Letters::of(word);
    let mut count = letters.groups(word.len());
    count -= silent_endings(word, &letters).min(count);
    count += parted_vowels(word, &letters);
    count.max(1)
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'é' | 'è' | 'ê' | 'ï' | 'á' | 'ó' | 'í' | 'ú' | 'ö' | 'ü')
}

fn is_hiss(stem: &str) -> bool {
    ["s", "x", "z", "ch", "sh", "ce", "ge", "se"].iter().any(|end| stem.ends_with(end))
}

/// The letters of a word as bits, those of its last byte lowest. Which letter comes next no processor can foresee, so a
/// branch for each would cost more than all the counting. Of a word of more bytes than there are bits the end is not
/// counted.
struct Letters {
    len: usize,
    vowel: u64,
    y: u64,
    q: u64,
    u: u64,
}

impl Letters {
    fn of(word: &str) -> Letters {
        let mut letters = Letters { len: 0, vowel: 0, y: 0, q: 0, u: 0 };
        for c in word.chars() {
            if letters.len + c.len_utf8() > 64 {
                break;
            }
            for _ in 0..c.len_utf8() {
                letters.vowel = letters.vowel << 1 | u64::from(is_vowel(c));
                letters.y = letters.y << 1 | u64::from(c == 'y');
                letters.q = letters.q << 1 | u64::from(c == 'q');
                letters.u = letters.u << 1 | u64::from(c == 'u');
            }
            letters.len += c.len_utf8();
        }
        letters
    }

    /// How many groups of vowels stand in so many bytes from the start.
    fn groups(&self, bytes: usize) -> usize {
        let bytes = bytes.min(self.len);
        if bytes == 0 {
            return 0;
        }
        let cut = |bits: u64| bits >> (self.len - bytes);
        let (vowel, first) = (cut(self.vowel), 1 << (bytes - 1));
        // A `y` before a vowel at the start, as in "yes", or between vowels, as in "beyond", is a consonant; so is the
        // `u` of "qu".
        let consonant_y = cut(self.y) & (vowel >> 1 | first) & (vowel << 1);
        let silent_u = cut(self.u) & (cut(self.q) >> 1);
        let spoken = vowel & !consonant_y & !silent_u;
        (spoken & !(spoken >> 1)).count_ones() as usize
    }

    /// Whether two vowels may stand side by side in the word.
    fn may_have_pair(&self, word: &str) -> bool {
        self.vowel & (self.vowel >> 1) != 0 || self.len < word.len()
    }
}

/// Endings after which the word before them is judged as a word of its own: hopeful, safely, homeless, movement. By
/// their last letter, each with the number of its own vowels that are not spoken.
fn endings(last: u8) -> &'static [(&'static str, usize)] {
    match last {
        b'd' => &[("hand", 0)],
        b'e' => &[("some", 1), ("where", 1), ("time", 1), ("line", 1)],
        b'f' => &[("self", 0)],
        b'g' => &[("thing", 0)],
        b'k' => &[("book", 0), ("work", 0)],
        b'l' => &[("ful", 0)],
        b'p' => &[("ship", 0)],
        b's' => &[
            ("fulness", 0),
            ("lessness", 0),
            ("ments", 0),
            ("less", 0),
            ("ness", 0),
            ("times", 1),
            ("lines", 1),
            ("ways", 0),
        ],
        b't' => &[("ment", 0), ("front", 0)],
        b'y' => &[("fully", 0), ("ly", 0), ("body", 0)],
        _ => &[],
    }
}

/// Vowel groups at the end of a word, or of its first part, that are not spoken.
fn silent_endings(stem: &str, letters: &Letters) -> usize {
    for (ending, silent) in endings(stem.bytes().last().unwrap_or(0)) {
        if let Some(rest) = stem.strip_suffix(ending)
            && rest.len() > 2
        {
            return silent + usize::from(ends_in_silent_e(rest, letters));
        }
    }
    if let Some(rest) = stem.strip_suffix("es") {
        // "changes" has a syllable more than "change"; "times" has not.
        let after_hiss = ["s", "x", "z", "c", "g", "ch", "sh"].iter().any(|end| rest.ends_with(end));
        return usize::from(
            !after_hiss
                && !rest.ends_with('l')
                && !rest.ends_with(is_vowel)
                && letters.groups(rest.len()) > 0,
        ) + usize::from(rest.ends_with('l') && rest.chars().rev().nth(1).is_some_and(is_vowel));
    }
    if let Some(rest) = stem.strip_suffix("ed") {
        let spoken = rest.ends_with(['t', 'd'])
            || (rest.ends_with(['l', 'r'])
                && rest.chars().rev().nth(1).is_some_and(|c| !is_vowel(c) && c != 'l' && c != 'r')
                && rest.ends_with('l'));
        return usize::from(
            !spoken && (!rest.ends_with(is_vowel) || rest.ends_with('y')) && letters.groups(rest.len()) > 0,
        );
    }
    usize::from(ends_in_silent_e(stem, letters))
}

fn ends_in_silent_e(stem: &str, letters: &Letters) -> bool {
    let mut back = stem.chars().rev();
    let (last, before, third) = (back.next(), back.next(), back.next());
    if last != Some('e') || before.is_none_or(is_vowel) || letters.groups(stem.len()) < 2 {
        return false;
    }
    // "little" and "table" speak their last part; "while" and "able to" differ by the letter before the l.
    !(before == Some('l') && third.is_some_and(|c| !is_vowel(c)))
}

/// Neighbours that are two syllables although they look like one.
fn parted_vowels(word: &str, letters: &Letters) -> usize {
    let mut more = 0;
    let is_plain_vowel = |byte: u8| matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
    let pairs = if letters.may_have_pair(word) { word.as_bytes() } else { &[] };
    for (at, pair) in pairs.windows(2).enumerate() {
        if is_plain_vowel(pair[0]) && is_plain_vowel(pair[1]) {
            let (before, after) = (&word[..at], &word[at + 2..]);
            more += usize::from(is_parted(&word[at..at + 2], before, after, letters));
        }
    }
    // The m of "criticism" and "rhythm" is a syllable.
    more + usize::from(word.ends_with("sm") || word.ends_with("thm") || word.ends_with("sms"))
}

fn is_parted(pair: &str, before: &str, after: &str, letters: &Letters) -> bool {
    let soft = before.ends_with(['t', 'c', 's', 'g', 'x']);
    match pair {
        "ia" => {
            !(soft && (after.starts_with('l') || after.starts_with('n')))
                && !after.starts_with("ge")
                && !before.is_empty()
                && !(before.ends_with('r') && after.starts_with("ge"))
        }
        // union, opinion, million
        "io" if after.starts_with('n') && (before.ends_with('n') || before.ends_with("ll")) => false,
        "io" => !(soft && (after.starts_with('n') || after.starts_with("us"))) && !before.is_empty(),
        "iu" => true,
        "ua" => !before.ends_with(['q', 'g']) && !after.starts_with("de"),
        "uo" => !before.ends_with('q'),
        "eo" => {
            !(after.starts_with("ple")
                || after.starts_with("us") && before.ends_with('g')
                || after.starts_with("n") && before.ends_with(['g', 'c']))
        }
        "ea" => {
            (before.ends_with("cr") && (after.starts_with("t") && !after.starts_with("tu")))
                || (before == "r" && (after.starts_with("ct") || after.starts_with("li") || after == "l"))
                || before.ends_with("id")
                || before.ends_with("ar") && after.is_empty()
        }
        "oe" => {
            (before.ends_with('p') && (after.starts_with('m') || after.starts_with('t'))) || before == "c"
        }
        "ie" => {
            after.starts_with('t') && before.ends_with(['r', 'x', 'd', 'c'])
                || (after.starts_with('n') && before.ends_with(['r', 'd', 'l', 'p']))
                || (after.starts_with('r') && before.ends_with(['s', 'p', 'v', 'l', 'd', 't']))
                    && after.len() < 3
                    && !before.is_empty()
                    && letters.groups(before.len()) > 0
        }
        "ue" => {
            (after.starts_with('n') && !before.ends_with('q'))
                || (after.starts_with('l') && before.ends_with(['r', 'f']))
        }
        "ui" => {
            (after.starts_with('d') || after.starts_with("n") || after.starts_with('t'))
                && before.ends_with(['l', 'r'])
                && !before.ends_with("fr")
                && !before.ends_with("rec")
                && !before.ends_with('q')
                || after.starts_with("ci")
                || after.starts_with("ng") && !before.ends_with(['q', 'g'])
        }
        "eu" => after.is_empty() || after.starts_with('m'),
        "oi" => after.starts_with("ng") || before == "her" || before == "ster",
        "ai" => {
            after.starts_with("c") && letters.groups(before.len()) > 0
                || before == "n" && after.starts_with("ve")
        }
        // try-ing, and not say-ing
        "yi" => !before.is_empty() && !before.ends_with(is_vowel),
        _ => false,
    }
}

/// The same by word.
static KNOWN: LazyLock<FxHashMap<&str, usize>> = LazyLock::new(|| EXCEPTIONS.iter().copied().collect());

/// Common words that the rules get wrong.
const EXCEPTIONS: &[(&str, usize)] = &[
    ("every", 2),
    ("everyone", 3),
    ("everything", 3),
    ("everyday", 3),
    ("everybody", 4),
    ("several", 3),
    ("different", 3),
    ("being", 2),
    ("doing", 2),
    ("going", 2),
    ("seeing", 2),
    ("someone", 2),
    ("something", 2),
    ("sometimes", 2),
    ("maybe", 2),
    ("area", 3),
    ("idea", 3),
    ("ideas", 3),
    ("people", 2),
    ("science", 2),
    ("quiet", 2),
    ("diet", 2),
    ("trial", 2),
    ("real", 2),
    ("really", 2),
    ("whole", 1),
    ("clothes", 1),
    ("safety", 2),
    ("evening", 2),
    ("recipe", 3),
    ("apostrophe", 4),
    ("business", 2),
    ("create", 2),
    ("created", 3),
    ("medicine", 3),
    ("family", 3),
    ("families", 3),
    ("psychiatry", 4),
    ("psychiatrist", 4),
    ("schizophrenia", 5),
    ("therefore", 2),
    ("somewhere", 2),
    ("forever", 3),
    ("anxiety", 4),
    ("variety", 4),
    ("society", 4),
    ("society's", 4),
    ("experience", 4),
    ("audience", 3),
    ("patient", 2),
    ("patients", 2),
    ("special", 2),
    ("social", 2),
    ("violence", 3),
    ("suicide", 3),
    ("suicidal", 4),
    ("fluid", 2),
    ("ruin", 2),
    ("poem", 2),
    ("poet", 2),
    ("lion", 2),
    ("riot", 2),
    ("client", 2),
    ("clients", 2),
    ("giant", 2),
    ("reliable", 4),
    ("higher", 2),
    ("fire", 1),
    ("hour", 1),
    ("hours", 1),
    ("our", 1),
    ("tired", 1),
    ("science's", 2),
    ("tuesday", 2),
    ("wednesday", 2),
    ("colleague", 2),
    ("fatigue", 2),
    ("league", 1),
    ("dialogue", 3),
    ("technique", 2),
    ("unique", 2),
    ("antique", 2),
    ("isn’t", 2),
    ("doesn’t", 2),
    ("didn’t", 2),
    ("wasn’t", 2),
    ("couldn’t", 2),
    ("wouldn’t", 2),
    ("shouldn’t", 2),
    ("hasn’t", 2),
    ("haven’t", 2),
    ("isnt", 2),
    ("doesnt", 2),
    ("didnt", 2),
    ("wasnt", 2),
    ("couldnt", 2),
    ("wouldnt", 2),
    ("shouldnt", 2),
    ("hasnt", 2),
    ("havent", 2),
    ("hadnt", 2),
    ("the", 1),
    ("whenever", 3),
    ("moreover", 3),
    ("likely", 2),
    ("lonely", 2),
    ("loneliness", 3),
    ("careful", 2),
    ("employment", 3),
    ("employed", 2),
    ("usual", 3),
    ("usually", 4),
    ("actual", 3),
    ("actually", 4),
    ("sexual", 3),
    ("casual", 3),
    ("visual", 3),
    ("mutual", 3),
    ("naive", 2),
    ("reality", 4),
    ("theory", 3),
    ("theatre", 3),
    ("trauma", 2),
    ("behavior", 3),
    ("behaviour", 3),
    ("behavioral", 4),
    ("behavioural", 4),
    ("period", 3),
    ("serious", 3),
    ("seriously", 4),
    ("various", 3),
    ("previous", 3),
    ("obvious", 3),
    ("curious", 3),
    ("earlier", 3),
    ("easier", 3),
    ("happier", 3),
    ("healthier", 3),
    ("carrier", 3),
    ("barrier", 3),
    ("worrier", 3),
    ("soldier", 2),
    ("friend", 1),
    ("friends", 1),
    ("view", 1),
    ("review", 2),
    ("piece", 1),
    ("believe", 2),
    ("relief", 2),
    ("relieve", 2),
    ("field", 1),
    ("brief", 1),
    ("chief", 1),
    ("quick", 1),
    ("guide", 1),
    ("build", 1),
    ("guilt", 1),
    ("guilty", 2),
    ("juice", 1),
    ("fruit", 1),
    ("suit", 1),
    ("ocean", 2),
    ("beyond", 2),
    ("awake", 2),
    ("aware", 2),
];

/// The syllables of a Spanish word, in small letters. Spelling tells them by rule: strong vowels next to each other
/// are two syllables, and so are a strong vowel and a weak one with an accent.
pub(crate) fn spanish(word: &str) -> usize {
    let letters: Vec<char> = word.chars().filter(|c| c.is_alphabetic()).collect();
    let mut count = 0;
    let mut before: Option<char> = None;
    for (index, &c) in letters.iter().enumerate() {
        let next = letters.get(index + 1).copied();
        let vowel = match c {
            // Silent in que, qui, gue, gui.
            'u' if index > 0
                && matches!(letters[index - 1], 'q' | 'g')
                && matches!(next, Some('e' | 'i' | 'é' | 'í')) =>
            {
                continue;
            }
            // A vowel at the end of a word, and alone.
            'y' => next.is_none(),
            // Between vowels it is not heard.
            'h' if before.is_some() && next.is_some_and(is_spanish_vowel) => continue,
            c => is_spanish_vowel(c),
        };
        if !vowel {
            before = None;
            continue;
        }
        let joins = before.is_some_and(|before| is_diphthong(before, c));
        if !joins {
            count += 1;
        }
        // In a triphthong the strong vowel in the middle joins on both sides.
        before = Some(c);
    }
    count.max(1)
}

fn is_spanish_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'á' | 'é' | 'í' | 'ó' | 'ú' | 'ü')
}

fn is_diphthong(a: char, b: char) -> bool {
    let strong = |c| matches!(c, 'a' | 'e' | 'o' | 'á' | 'é' | 'ó');
    let stressed_weak = |c| matches!(c, 'í' | 'ú');
    if strong(a) && strong(b) || a == b {
        return false;
    }
    !((stressed_weak(a) && strong(b)) || (strong(a) && stressed_weak(b)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spanish_words() {
        // Cut by hand after the rules of the Real Academia Española.
        let cut = "fa-mi-lia sa-lud a-yu-da en-fer-me-dad dí-a pa-ís te-o-rí-a ciu-dad cui-da-do a-ho-ra \
                   que guí-a pin-güi-no rey muy e-mo-ción psi-co-e-du-ca-ción es-qui-zo-fre-nia per-so-nas \
                   trans-tor-no re-ha-bi-li-ta-ción y a-pren-der le-er pro-ve-er buey es-tu-diáis hay \
                   tam-bién ti-ti-ri-te-ro des-ha-cer cons-truir a-ún o-í-do vi-vió \
                   al-guien des-pués es-tu-dios cuan-do te-ra-pia a-po-yo e-qui-po tra-ta-mien-to em-ple-o \
                   na-die re-vi-sión a-ho-ra quie-nes lí-ne-a te-ra-peu-ta a-hí al-co-hol pe-que-ño diag-nós-ti-co \
                   sui-ci-dio cua-tro em-pie-za de-ma-sia-do dia-ria cues-tio-na-rio in-me-dia-ta re-ca-í-das \
                   aun-que pa-í-ses cual-quie-ra tran-qui-lo to-da-ví-a seis a-tien-de qué-da-te es-pe-cia-lis-ta \
                   e-va-lua-ción com-pa-ñí-a au-to-bús ac-tuar de-men-cia ver-güen-za reu-nión a-so-cia-ción \
                   em-pe-o-ra á-re-as al-qui-ler can-san-cio psi-quiá-tri-ca bie-nes-tar in-som-nio pre-o-cu-pa \
                   o-yes en-ví-a con-se-je-rí-a hi-cie-ron in-di-vi-dual des-pa-cio psi-quia-tra gra-cias o-ír";
        for word in cut.split_whitespace() {
            assert_eq!(spanish(&word.replace('-', "")), word.split('-').count(), "{word}");
        }
    }

    #[test]
    fn english_words() {
        // Counted by hand.
        let counted = [
            (1, "help with talk plan sleep change times moved asked whole friends through"),
            (2, "people table little doctor therapy’s wanted changes being quiet hopeless safely someone"),
            (3, "family medicine suicide together important recovery’s employment community’s"),
            (4, "psychiatrist education information community recovery anxiety experience"),
            (5, "schizophrenia rehabilitation’s psychoeducation’s vocationally"),
        ];
        for (count, list) in counted {
            for word in list.split(' ').filter(|word| !word.ends_with("’s")) {
                assert_eq!(english(word), count, "{word}");
            }
        }
    }
}
