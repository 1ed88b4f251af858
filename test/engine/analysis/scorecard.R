# Golden values of scorecard.test.ts: Rscript scorecard.R
# 600 customers i = 0..599, tier a where i %% 3 == 0, b where i %% 3 == 1, else c (the remainder).
# Customer i has i %% 4 orders; order k has ((i * 7919 + k * 104729) %% 5003) + 700 * (tier a) cents.
# One campaign row each: treatment where (i %/% 3) %% 2 == 0; converted where (i * 37) %% 100 < 30 + 6 * (i %% 3) (treatment) or < 18 (control);
# campaign revenue (i * 311) %% 1000 cents where converted.
i <- 0:599
tier <- c("a", "b", "c")[i %% 3 + 1]
cents <- function(i, k) ((i * 7919 + k * 104729) %% 5003) + 700 * (i %% 3 == 0)
orders <- i %% 4
revenue <- sapply(i, function(x) if (x %% 4 == 0) 0 else sum(cents(x, 0:(x %% 4 - 1)))) / 100
treated <- (i %/% 3) %% 2 == 0
converted <- as.numeric((i * 37) %% 100 < ifelse(treated, 30 + 6 * (i %% 3), 18))
campaign <- ifelse(converted == 1, ((i * 311) %% 1000) / 100, 0)
show <- function(...) cat(unlist(lapply(list(...), function(v) if (is.character(v)) v else sprintf("%.12g", v))), "\n")

p <- sapply(c("a", "b", "c"), function(t) t.test(revenue[tier == t], revenue[tier != t])$p.value)
show("M06 p", p); show("M06 BH", p.adjust(p, "BH")); show("M06 Holm", p.adjust(p, "holm"))
own <- t.test(revenue[tier == "a"]); show("M06 a", own$estimate, own$conf.int)
findings <- sum(p.adjust(p, "BH") < 0.05); show("findings", findings)
found <- t.test(revenue[tier == "b"], revenue[tier != "b"], conf.level = 1 - findings * 0.05 / 3)
show("M06 b vs rest", diff(rev(found$estimate)), found$conf.int)
w <- t.test(revenue[tier == "a"], revenue[tier != "a"], conf.level = 1 - (findings + 1) * 0.05 / 3)
show("M06 a vs rest", diff(rev(w$estimate)), w$conf.int)
h <- t.test(revenue[tier == "b"], revenue[tier != "b"], conf.level = 1 - 0.05 / 3)
show("M06 b vs rest, Holm", h$conf.int)
n <- sum(tier == "a") / 600
show("M06 a vs everyone", (1 - n) * diff(rev(w$estimate)), (1 - n) * w$conf.int)
buyers <- orders > 0
delta <- function(s) {
	r <- sum(revenue[s]) / sum(orders[s]); e <- revenue[s] - r * orders[s]
	c(r, sum(e^2) / (length(e) - 1) / length(e) / mean(orders[s])^2, length(e))
}
a <- delta(buyers & tier == "a"); r <- delta(buyers & tier != "a")
show("M07 a", a[1], a[1] + c(-1, 1) * qt(.975, a[3] - 1) * sqrt(a[2]), a[3])
df <- (a[2] + r[2])^2 / (a[2]^2 / (a[3] - 1) + r[2]^2 / (r[3] - 1))
show("M07 a vs rest", a[1] - r[1], 2 * pt(-abs(a[1] - r[1]) / sqrt(a[2] + r[2]), df))
q <- prop.test(sum(orders[tier == "a"] > 1), sum(buyers & tier == "a"), correct = FALSE)
show("M56 a", q$estimate, q$conf.int)
for (t in c("a", "b", "c")) {
	x <- campaign[tier == t & treated]; y <- campaign[tier == t & !treated]; g <- t.test(x, y)
	show("M46", t, mean(x) - mean(y), g$conf.int, g$p.value)
	show("M31", t, sum(converted[tier == t & treated]), length(x), sum(converted[tier == t & !treated]), length(y))
}
x <- sapply(c("a", "b", "c"), function(t) sum(treated[tier == t]))
show("SRM", x, p.adjust(sapply(c("a", "b", "c"), function(t) chisq.test(c(x[t], sum(tier == t) - x[t]), p = c(mean(treated), 1 - mean(treated)))$p.value), "BH"))
s <- tier == "a"; z <- revenue * s; R <- sum(z) / sum(revenue); e <- z - R * revenue
show("M05 a", R, R + c(-1, 1) * qt(.975, 599) * sqrt(sum(e^2) / 599 / 600) / mean(revenue))
q <- function(e, v) { w <- 1 / v; m <- sum(w * e) / sum(w); s <- sum(w * (e - m)^2); c(s, pchisq(s, length(e) - 1, lower.tail = FALSE)) }
x1 <- sapply(c("a", "b", "c"), function(t) sum(converted[tier == t & treated])); x0 <- sapply(c("a", "b", "c"), function(t) sum(converted[tier == t & !treated]))
show("Q M31", q(log((x1 + .5) / (x0 + .5)), 1 / (x1 + .5) - 1 / 100.5 + 1 / (x0 + .5) - 1 / 100.5))
g <- lapply(c("a", "b", "c"), function(t) list(campaign[tier == t & treated], campaign[tier == t & !treated]))
show("Q M46", q(sapply(g, function(s) mean(s[[1]]) - mean(s[[2]])), sapply(g, function(s) var(s[[1]]) / 100 + var(s[[2]]) / 100)))
