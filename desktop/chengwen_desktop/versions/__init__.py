"""版本: named states of a draft to return to and to compare with.

They are kept in the user's folder, in a folder for each draft, and not beside the draft or in
its file: files beside it would be litter in a folder that others see too, and a file that holds
its history grows with each version and hands out what was struck when it is passed on. A draft
is known by an identity of its own in its file, so that its versions are found whatever the file
is called and wherever it lies on this machine; on another machine there are none.
"""
