# Words of checklists of early signs.

list-minutes = { $n ->
    [one] The first sorting takes about 1 minute. You can do it in small steps.
   *[other] The first sorting takes about { $n } minutes. You can do it in small steps.
}
list-stop = Close the page and what you wrote is gone, unless you saved it, or took it along as a file or on paper. Your browser's history still lists the page.
list-owner = This list belongs to the person whose signs these are. Nobody should fill it in about somebody in secret.
list-limits = What this list cannot tell, and what it must not be used for
list-parts = Parts of the list
list-part-signs = My signs
list-part-well = When I am well
list-part-levels = My levels and plan
list-part-week = This week
list-part-time = Over time
list-part-share = With others
list-no-script = You can fill in all of this on paper. First sort the cards. Then copy your 5 to 8 signs into the tables at the end.

list-signs-how = Best done on a good day, alone or with somebody you trust. Think of the last one or two hard times. What changed first? Choose for each card. Skip what does not fit.
list-groups = Everybody sees the first cards. Which more do you want to see?
list-mode = How do you like to sort?
list-mode-all = All cards in a list
list-mode-cards = One card at a time
list-first = look at this one first
list-mine = Mine
list-sometimes = Sometimes
list-not = Not mine
list-own-words = In my own words, if you like:
list-card-back = Card before
list-card-next = Next card
list-write = A sign that has no card
list-write-how = Write it as you would say it:
list-add = Add this sign
list-my-signs = My signs
list-my-signs-how = These are the signs that you look at each week. Five to eight are enough. Put those that come first at the top.
list-none-yet = No sign is marked as yours yet.
list-many = You have more than eight signs. That is hard to watch. Keep those that come first, and those that others can see.
list-early = Among the first
list-middle = In between
list-late = Shortly before
list-sometimes-title = Sometimes mine, not rated each week
list-stage = When it comes
list-up = Move up
list-down = Move down
list-remove = Remove

list-well-how = Change only means something next to your usual. So first: how are you when you are well?
list-well-words = How I sleep, eat, talk, work and feel when I am well:
list-usual = My usual for each sign
list-usual-how = How strong is this sign in a good week? For many signs it is 0, but not for all. You can choose it here. Or rate three or four good weeks under "This week": then it is the middle value of those weeks.
list-usual-open = From my good weeks

list-levels-how = Set each level as it fits you, and write down what you want to happen then. Do it on a good day, with those who will help.
list-not-validated = These are your own alert levels. They are not validated: no study has tested them.
list-green = Green
list-yellow = Yellow
list-orange = Orange
list-red = Red
list-rule = When is this level met?
list-rule-signs = So many of my signs:
list-rule-above = So many points above my usual:
list-rule-days = For so long:
list-rule-total = Or: all my signs together are so many points above my usual:
list-at-once = as soon as I see it
list-total-off = do not look at the sum
list-red-rule = Red is met by any one of these, without any other level before it:
list-plan-own = What I do
list-plan-others = What I want others to do
list-plan-unwanted = What I do not want
list-plan-who = Whom to call
list-plan-number = Phone number
list-plan-time = By when
list-suggestions = Suggestions for:
list-for-example = For example:
list-default-rules = Put the rules back as they were

list-week-how = How was the last week? Rate each sign. Leave out what you do not want to rate.
list-day = Day of this rating
list-red-title = Signs that cannot wait
list-red-how = If one of these is there, do not wait for any level. Get help now.
list-red-now = What is there now?
list-note = A note for yourself, if you like
list-well-week = This was a good week: count it for my usual
list-stand = See where I stand
list-pause = Pause the list
list-go-on = End the pause
list-too-often = You looked only a few days ago, and all is near your usual. Once a week is enough. Looking more often can make worry grow.
list-honest = How far signs can be trusted
list-frequency = How often to look
list-agreed = What you agreed on for this level
list-no-plan = You have not written down a step for this level yet.

list-sum = All my signs together
list-key-rated = what I rated
list-key-usual = my usual
list-each-sign = Each sign
list-table = The same as a table
list-table-day = Day
list-table-level = Level
list-table-sum = Sum
list-after = After a hard time
list-after-how = Within two weeks, look back in peace. False alarms are normal. They are no reason for more control.
list-after-words = What came first? Who saw it? What helped, and what did not?

list-share-how = Others often see changes earlier, and you may see them otherwise. If you want, somebody you trust can look with you. Nothing is shared unless you make a file and give it to them.
list-new-share = New agreement with somebody
list-share-name = Who helps me to look
list-share-owner = My name, as they know me
list-share-signs = Which signs they see
list-share-signs-how = Only what you choose here is in the file. Nothing else of your list is.
list-term-see = Who else may see what they write
list-term-channel = How we talk about it (for example: in person, on Sundays)
list-term-asked = What I ask of them when a sign is there
list-share-until = This ends on
list-share-file-how = The file is plain text. Everybody who has it can read it. Give it in person, or in a way that you trust.
list-share-file = Make the file for them
list-withdraw = End this agreement
list-remove-share = Remove, with all that they wrote
list-seen = What others have seen
list-seen-how = It stands beside your own rating. It is never added up with it, and nobody is right or wrong here. A difference is worth a talk.
list-no-seen = Nothing has come in. When somebody gives you a file, open it below.
list-sign = Sign
list-talking = Words for talking about it

list-guest-how = You were asked to look, as a help. Write what you have seen yourself. Leave out what you have not seen.
list-guest-day = Day on which I saw it
list-guest-unseen = I did not see it
list-guest-red = Signs that cannot wait
list-guest-note = What I saw, in plain words and without blame
list-guest-done = Add this to my file
list-guest-made = In your file so far
list-guest-give = Now make the file and give it back. Nobody else has it. When you close the page without the file, it is gone.
list-guest-file = Make the file to give back
list-guest-leave = Leave this list

list-files = Keep it and print it
list-files-how = A copy is a plain text file that you can open here again. Everybody who can open your files can read it.
list-print-part = Print this part
list-print-all = Print everything
list-print-blank = Print an empty form
list-copy = Take a copy as a file
list-open = Open a file: your own copy, or one that somebody gave you
list-undo = Undo
list-again = Clear everything and start again
list-confirm = Clear everything that is on this page? It cannot be brought back.
list-confirm-no = No, keep it
list-confirm-yes = Yes, clear it

list-paper-signs = My signs on paper
list-paper-signs-how = Choose five to eight cards that are yours. Write how strong each is in a good week: that is your usual.
list-paper-stage = Among the first, in between, or shortly before?
list-paper-usual = My usual
list-paper-weeks = My weeks
list-paper-weeks-how = Once a week, write how strong each sign was.
list-paper-date = Date:
list-paper-agreement = Our agreement
list-paper-which = Which signs they see
list-paper-signed = Date, and both names

# What is said when something happens. The words in braces are filled in later.
list-removed = Removed: { $what }
list-taken-back = It is back.
list-cleared = Everything is cleared.
list-moved = Moved: { $what }
list-moved-to = { $what }: { $list }, place { $n } of { $all }
list-write-first = Write the sign first.
list-added = Added: { $what }
list-card-of = Card { $n } of { $all }
list-sorted = { $n } of { $all } cards sorted. Your signs: { $mine }
list-usual-set = Your usual is { $value }. You chose it.
list-usual-found = Your usual is { $value }. It is the middle of your good weeks.
list-usual-none = No usual yet. Without it this sign counts for no level.
list-well-weeks = { $n ->
    [one] { $count } good week is rated so far.
   *[other] { $count } good weeks are rated so far.
}
list-and = and
list-wrong-day = Choose a day that has already come.
list-rate-first = Rate at least one sign first.
list-rated = Your rating is in the list.
list-now-paused = The list is paused. You can come back whenever you like.
list-now-on = The pause is over.
list-paused-since = Paused since { $date }. Nothing is missing because of it.
list-your-usual = Your usual: { $value }
list-by-rating = By your rating of { $date }. What others saw does not count here.
list-why-red = You marked a sign that cannot wait.
list-why-none = None of your signs is above your usual.
list-why-below = { $n ->
    [one] { $count } of your signs is above your usual. That meets no level.
   *[other] { $count } of your signs are above your usual. That meets no level.
}
list-why-now = { $n ->
    [one] { $count } of your signs is as far above your usual as you set for this level.
   *[other] { $count } of your signs are as far above your usual as you set for this level.
}
list-why-days = { $n ->
    [one] { $count } of your signs has been above your usual for { $days }, as you set for this level.
   *[other] { $count } of your signs have been above your usual for { $days } or more, as you set for this level.
}
list-why-total = { $n ->
    [one] All your signs together are { $count } point above your usual, as you set for this level.
   *[other] All your signs together are { $count } points above your usual, as you set for this level.
}
list-days = { $n ->
    [one] { $count } day
   *[other] { $count } days
}
list-above = { $n ->
    [one] { $count } point above your usual
   *[other] { $count } points above your usual
}
list-since-now = new with this rating
list-for-days = { $n ->
    [one] for { $count } day
   *[other] for { $count } days
}
list-raised = { $sign }: { $by }, { $since }
list-unknown = { $n ->
    [one] { $count } sign that you rated has no usual yet, so it does not count here.
   *[other] { $count } signs that you rated have no usual yet, so they do not count here.
}
list-old = { $n ->
    [one] This rating is { $count } day old.
   *[other] This rating is { $count } days old. Things may be different now.
}
list-call = Call { $number }
list-rules-reset = The rules are as they were at the start.
list-summary-none = There is no rating yet. Rate your signs under "This week".
list-summary-one = There is one rating, of { $date }. A line needs two.
list-summary = You looked { $n } times, from { $from } to { $to }.
list-summary-usual = At the last look no sign was above your usual.
list-summary-raised = At the last look, these were most above your usual: { $signs }.
list-chart-name = All my signs together. { $values }.
list-chart-usual = My usual is { $n }.
list-latest = Last: { $value }
list-never-rated = Not rated yet
list-well-mark = (good week)
list-share-made = A new agreement is there. Nothing is shared yet.
list-withdrawn-now = The agreement has ended. What they send from now on is not taken in. The file that they have cannot be called back: ask them to delete it.
list-withdrawn = You ended this on { $date }. The file that they have cannot be called back: ask them to delete it.
list-share-nobody = New agreement
list-share-with = Agreement with { $name }
list-seen-by = Seen by { $name } on { $date }
list-seen-head = What { $name } saw
list-mine-head = What I rated on { $date }
list-mine-none = I rated nothing near that day
list-seen-red = Also seen: { $signs }
list-guest-title = { $name }, { $owner } asks you to look with them
list-guest-until = This ends on { $date }. It can end earlier if { $owner } says so.
list-guest-over = This ended on { $date }. Please add nothing more, and delete the file.
list-share-over = That day is after the end of your agreement.
list-guest-rated = Added. Now make the file to give back.
list-guest-unsaved = You have not made the file yet. Press once more to leave without it.
list-somebody = somebody
list-file-own = My early signs: a copy. Open this file on the page of the list to go on with it. Anyone can read it.
list-file-share = For { $name }, from { $owner }, until { $date }. Open this file on the page "My early signs", under "Open a file". Please show it to nobody else. These are the signs:
list-file-answer = From { $name }, for { $owner }: what I have seen. It is how I saw it, and not the truth about you. Open this file in your own list, under "Open a file".
list-file-made = The file is in your downloads.
list-file-foreign = This is not a file of this list. Nothing was changed.
list-file-damaged = A part of this file is missing or was changed. Nothing was taken from it. Ask for it once more.
list-file-newer = This file comes from a newer version of this page. Open the newest page, and try again there.
list-file-unknown = This file belongs to an agreement that is not in the list on this page. Open your own copy first, then this file.
list-file-withdrawn = You have ended this agreement. What they wrote was not taken in.
list-file-ended = All of this was written after the end of the agreement. It was not taken in.
list-need-name = Write first who helps you to look.
list-need-signs = Choose at least one sign to share.
list-need-until = Choose the day on which this ends.
list-opened-own = Your copy is open.
list-opened-asked = Somebody asks you to look with them.
list-taken-in = { $n ->
    [one] { $count } entry of { $name } is in your list now.
   *[other] { $count } entries of { $name } are in your list now.
}
list-usual-title = When I am well
list-time-title = Over time
list-after-title = After a hard time
