package io.xinqun.local.story.fault;

import io.xinqun.local.story.cast.Buyer;
import io.xinqun.local.story.cast.Goods;
import io.xinqun.local.story.client.Reply;

/// One line of the client's own log: what was ordered, the first answer, whether money went.
record Purchase(Buyer buyer, Goods article, Reply placed, String order, boolean paid) {}
