# Words of plans. Where the page writes a number or a day itself, `#` stands for it.

plan-minutes = { $n ->
    [one] About 1 minute. You need not finish it today.
   *[other] About { $n } minutes. You need not finish it today.
}
plan-private = What you write stays in this page. Nothing is sent.
plan-unwatched = Nobody watches it, so nobody can come because of what you write here.
plan-lines = If you are not safe right now
plan-more-lines = More lines
plan-lines-short = Help at any hour
plan-limits = What this plan can and cannot do
plan-large = Show my plan, large
plan-write = Write your plan
plan-no-script = Write here and print the page, or print it and write by hand.
plan-look-again = Look at it again on:
plan-ideas = Ideas, if one fits
plan-entry = { $title }, { $number }
plan-field-text = What
plan-field-name = Name
plan-field-number = Phone number
plan-field-hours = Best hours
plan-field-who = With whom
plan-field-until = Until when
plan-field-day = Day
plan-tick-steps = Done
plan-tick-contacts = I have asked them
plan-add-lines = Add a line
plan-add-steps = Add a step
plan-add-contacts = Add a person or place
plan-add-reasons = Add another
plan-add-agreements = Add an agreement
plan-add-dates = Add a day
plan-up = Move up, row { $number }
plan-down = Move down, row { $number }
plan-remove = Remove row { $number }
plan-undo = Bring it back
plan-call = Call
plan-message = Write a text
plan-moved = Moved. It is now number #.
plan-end = It cannot move further.
plan-added = Added to your plan.
plan-removed = Removed.
plan-back = It is back.
plan-others = From an earlier form of this plan
plan-others-why = These words of yours have no place in the plan as it is now. They are kept with it.
plan-take = Print it or take it along
plan-print-a4 = Print (A4)
plan-print-letter = Print (US Letter)
plan-print-card = Print a wallet card
plan-take-text = Take it as text
plan-take-file = Take it as a file
plan-open = Open a plan file
plan-take-hint = A file opens again on this page, on any device. It is not locked: whoever finds it can read it.
plan-nothing = There is nothing in your plan yet.
plan-opened = Your file is open. What stood here before is kept as an earlier version.
plan-other-plan = This file holds another kind of plan. Nothing here has changed.
plan-unreadable = This file cannot be read as a plan. Nothing here has changed.
plan-review = Look back
plan-review-why = { $n ->
    [one] After a hard time, or tomorrow, look at your plan again.
   *[other] After a hard time, or after about { $n } days, look at your plan again.
}
plan-keep = Keep a version with today's date
plan-keep-hint = Versions belong to your plan: they go with it when you keep it or take it along as a file.
plan-kept = Kept with today's date.
plan-versions = Earlier versions
plan-compare = What has changed since
plan-compare-of = What has changed since #
plan-restore = Go back to this one
plan-restore-of = Go back to this one, of #
plan-erase = Remove
plan-erase-of = Remove the version of #
plan-restored = The earlier version is back. What stood here before is kept in the list.
plan-unchanged = Nothing has changed since.
plan-then = Then:
plan-new = New:
plan-again = Start again
plan-again-ask = This clears every word in this plan and its earlier versions on this page. They cannot be brought back.
plan-again-yes = Clear all of it
plan-again-no = Keep my words
plan-cleared = Everything is cleared.
plan-crisis-empty = There is nothing in your plan yet. You can still call, text or go to somebody now.
plan-now = Right now
plan-at-hand = Your steps, as you saved them on { $date }.
plan-at-hand-rest = Open the whole plan with your phrase
plan-edit = Write or change my plan
plan-card-fold = Cut along the outer line. Fold it twice, and keep it with you.
