"""What the readers are measured against: a list of key words, and word counts of 256 posts."""

from collections.abc import Callable, Sequence

from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from governance.domain.classifier.evaluation import LabelledPost
from governance.domain.edition import Edition
from governance.domain.rag import Rag

Light = Callable[[LabelledPost], str]
_IDLE = frozenset("and or of the other a to by in post message official local level details without".split())


def keyword_list(edition: Edition) -> Light:
    """The words of the topics' own names; where several match, the gravest; nothing found is green."""
    words = {
        word: topic
        for topic in sorted(edition.topics.values(), key=lambda topic: topic.light_public.severity)
        for word in topic.slug.split("-")
        if word not in _IDLE and len(word) > 2
    }

    def light(post: LabelledPost) -> str:
        text = post.text.lower()
        public = post.declaration.is_public
        lights = [topic.light(public) for word, topic in words.items() if word in text]
        return str(max(lights, key=lambda rag: rag.severity, default=Rag.GREEN))

    return light


def bag_of_words(posts: Sequence[LabelledPost]) -> Light:
    """Word counts and a logistic regression of the three lights, trained on the posts given."""
    counts = CountVectorizer(ngram_range=(1, 2), binary=True)
    model = LogisticRegression(C=1.0, class_weight="balanced", max_iter=500)
    model.fit(counts.fit_transform(_read(post) for post in posts), [post.rag for post in posts])

    def light(post: LabelledPost) -> str:
        return str(model.predict(counts.transform([_read(post)]))[0])

    return light


def _read(post: LabelledPost) -> str:
    return f"{post.text} {'' if post.declaration.is_public else 'notpublicyet'}"
