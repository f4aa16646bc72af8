# Words of the frame around every page. Plain, warm, short; grade 6.

skip-to-main = Skip to the main text
safety-bar = Help now, and leaving fast
help-now = Get help now
my-plan = My plan
leave-now = Leave this site
languages = Language
menu = Menu
main-navigation = Main
breadcrumb = You are here
footer-navigation = About this site
home = Home

footer-help-title = Talk to someone now
all-help-lines = All help lines, in other countries too
about = About this site
privacy = Privacy
glossary = Words explained
sources = Sources
nothing-kept = No account, no cookies, no tracking.
not-medical-advice = This site gives information. It does not replace a doctor, a therapist or a crisis team.
licence = The text may be shared under { $name }.
source-code = How this site is made

emergency-if = If someone is in danger right now:
call-number = Call { $number }
text-number = Text { $number }
text-word = Text { $word } to { $number }
chat-online = Chat online
line-checked = Checked on
line-source = Source: { $name }
other-countries = If you are in another country
lines-advice = Not for a crisis, but good for questions:
country-missing = Is your country not here? This list covers many more:

audience-family = For families
audience-client = For you
audience-educator = For educators
reading-minutes = { $minutes ->
    [one] 1 minute to read
   *[other] { $minutes } minutes to read
}
reviewed = Reviewed on
reviewed-by = Reviewed by { $name } on
not-reviewed = Not yet reviewed by a clinician
last-changed = Last changed on
evidence = How good is the evidence?
evidence-grade = { $letter }: { $words }
evidence-a = several good trials agree
evidence-b = good trials, with limits
evidence-c = promising, few trials
evidence-d = in dispute, or not shown

not-translated = This page is not yet in English. Here is the original.
on-this-page = On this page
in-this-section = In this part
page-sources = Sources for this page
previous-next = Go on reading
previous = Before this:
next = Next:
also-called = Also called:

home-sections = Everything on this site

pages = Pages
page-count = { $count ->
    [one] 1 page
   *[other] { $count } pages
}

not-found-title = That page is not here
not-found-text = It may have moved, or the address may have a slip in it. You have done nothing wrong. One of these may lead you on.

date = { $day } { $month } { $year }
date-among = { $date }, number { $number }
month-01 = January
month-02 = February
month-03 = March
month-04 = April
month-05 = May
month-06 = June
month-07 = July
month-08 = August
month-09 = September
month-10 = October
month-11 = November
month-12 = December
