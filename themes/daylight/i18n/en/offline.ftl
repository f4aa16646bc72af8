# The page that keeps the site on the device.

offline = Use without internet
offline-keep = Keep this site on this device
offline-again = Bring it up to date
offline-forget = Take it off this device
offline-working = Starting…
offline-progress = { $done } of { $total } pages and files are here.
offline-kept = The whole site is on this device now: { $size } MB. You can switch the internet off and try it.
offline-here = The site is on this device.
offline-gone = The site is no longer kept on this device. We looked again: nothing is left of it.
offline-stays = Something could not be removed. Clear this site's data in your browser's settings.
offline-failed = Not everything arrived. What was kept before is still here. Please try again when the connection is better.
offline-refused = This browser did not allow it, perhaps because this is a private window or the device is full. Nothing else has changed.
offline-impossible = This browser cannot keep the site. You can still save or print single pages.
offline-no-script = This needs scripts, which are turned off. You can still save or print single pages.
